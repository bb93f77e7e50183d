#!/usr/bin/env bash
# Makes a domain for parley.ear on an unpacked Payara Server: set-up.sh PAYARA_HOME DOMAINS_FOLDER [ADMIN_PORT]
# Its HTTP port is PARLEY_PORT (8080). Once; start.sh starts it then.
set -euo pipefail
home=$1 domains=$2 admin=${3:-4848}
mkdir -p "$domains"
# the other ports are not looked at: pre-boot.txt shuts them
"$home/bin/asadmin" create-domain --domaindir "$domains" --nopassword --savelogin=false --checkports=false \
    --adminport "$admin" --instanceport "${PARLEY_PORT:-8080}" parley
# en_US: Tyrus formats numbers on every read, and the JDK has a short way for exactly this locale
config=$domains/parley/config/domain.xml
sed -e 's:<jvm-options>-Duser.language=[^<]*</jvm-options>::' -e 's:<jvm-options>-Xmx512m</jvm-options>:&<jvm-options>-Duser.language=en</jvm-options><jvm-options>-Duser.country=US</jvm-options>:' \
    "$config" >"$config.new"
mv "$config.new" "$config"
# what a client breaks is the client's: Parley closes the socket and counts it, a stack trace for each would only fill the log
for log in tyrus.core.TyrusEndpointWrapper grizzly.filterchain.DefaultFilterChain; do
    echo "org.glassfish.$log.level=SEVERE"
done >>"$domains/parley/config/logging.properties"
