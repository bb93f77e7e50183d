#!/usr/bin/env bash
# Starts parley.war on Payara Micro in the foreground: start.sh MICRO_JAR WAR [FOLDER]
# FOLDER (.parley) takes the server's temporary files, all of which may be deleted while no server runs.
# Says "Parley is ready: ..." at the first answer of the start page, and ends the server with an error where that never comes:
# Payara Micro itself stays up without its application.
#   PARLEY_JAVA_OPTS (-Xmx512m)   PARLEY_START_SECONDS (180)   PARLEY_LOG (text, or json)
set -euo pipefail
micro=$1 war=$2 folder=${3:-.parley}
here=$(cd "$(dirname "$0")" && pwd)

fail() {
    echo "Parley: $*" >&2
    exit 1
}

loopback() { case $1 in 127.*|localhost|::1) ;; *) return 1 ;; esac; }

mode=${PARLEY_MODE:-demo}
port=${PARLEY_PORT:-8080}
if [ "$mode" = demo ]; then
    bind=${PARLEY_BIND:-127.0.0.1}
    loopback "$bind" || fail "a demo listens on loopback only: PARLEY_BIND=$bind needs PARLEY_MODE=production"
    loopback "${PARLEY_SIP_BIND:-127.0.0.1}" || fail "a demo listens on loopback only: PARLEY_SIP_BIND=$PARLEY_SIP_BIND needs PARLEY_MODE=production"
else
    bind=${PARLEY_BIND:-0.0.0.0}
fi
PARLEY_DATA=${PARLEY_DATA:-data}
case $PARLEY_DATA in /*) ;; *) PARLEY_DATA=$PWD/$PARLEY_DATA ;; esac
export PARLEY_DATA PARLEY_MODE=$mode PARLEY_PORT=$port PARLEY_BIND=$bind

case $bind in 0.0.0.0) asked=127.0.0.1 ;; ::) asked=::1 ;; *) asked=$bind ;; esac
# open the port for reading and writing; nobody may hold it, or that one's page would be taken for ours
if (exec 3<>"/dev/tcp/$asked/$port") 2>/dev/null; then fail "port $port is in use; choose another with PARLEY_PORT"; fi

java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java

# One folder for each process, swept away by the next start when its process is gone (kill -9 leaves it).
mkdir -p "$folder/running" "$PARLEY_DATA"
for left in "$folder"/running/*; do
    [ -d "$left" ] && ! kill -0 "${left##*/}" 2>/dev/null && rm -rf "$left"
done
own=$(cd "$folder/running" && pwd)/$$
rm -rf "$own" && mkdir -p "$own/tmp"
sed -e "s/@address@/$bind/" "$here/pre-boot.txt" >"$own/pre-boot.txt"
case ${PARLEY_LOG:-text} in
    json) formatter=fish.payara.enterprise.server.logging.JSONLogFormatter ;;
    text) formatter=java.util.logging.SimpleFormatter ;;
    *) fail "PARLEY_LOG is text or json, not $PARLEY_LOG" ;;
esac
sed -e "s|@formatter@|$formatter|" -e "s|@log@|$own/server.log|" "$here/logging.properties" >"$own/logging.properties"

# 200 or another status of GET $1, or nothing
status() {
    local line=
    {
        printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$1" "$port" >&3
        IFS= read -r -t 10 line <&3
    } 3<>"/dev/tcp/$asked/$port"
    line=${line#* }
    echo "${line%% *}"
}

ready() { [ "$(status /)" = 200 ] && [ "$(status /health/ready)" = 200 ]; }

case ${PARLEY_PUBLIC_URL:-} in
    ?*) url=${PARLEY_PUBLIC_URL%/}/ ;;
    *) if loopback "$bind" || [ "$bind" = 0.0.0.0 ]; then url=http://localhost:$port/; else url=http://$bind:$port/; fi ;;
esac

# The shell's process becomes the server, so that signals and the exit code are the server's own; this child watches it start.
watch() {
    trap '' INT
    while kill -0 $$ && [ "$SECONDS" -lt "${PARLEY_START_SECONDS:-180}" ]; do
        if ready; then
            echo "Parley is ready: $url"
            return
        fi
        if grep -qE 'Exception while [a-z]+ the app' "$own/server.log"; then break; fi
        sleep 0.5
    done
    kill -0 $$ || return
    echo "Parley did not start: $(sed -n 's/^Caused by: [A-Za-z0-9.$]*: //p' "$own/server.log" | tail -n 1)"
    kill $$
}
watch 2>/dev/null &

# en_US: Tyrus formats numbers on every read, and the JDK has a short way for exactly this locale
# shellcheck disable=SC2086
exec "$java" ${PARLEY_JAVA_OPTS:--Xmx512m} -Duser.language=en -Duser.country=US \
    -Djava.io.tmpdir="$own/tmp" -XX:-UsePerfData \
    -jar "$micro" --rootdir "$own/root" --nohazelcast --disablephonehome \
    --prebootcommandfile "$own/pre-boot.txt" --logproperties "$own/logging.properties" \
    --port "$port" --deploy "$war" --contextroot /
