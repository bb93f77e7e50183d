#!/usr/bin/env bash
# Starts the domain that set-up.sh made: start.sh PAYARA_HOME DOMAINS_FOLDER [OPTIONS OF start-domain]
# Returns when it is up (with --verbose: stays in the foreground). Then, once: asadmin --port ADMIN_PORT deploy --name parley parley.ear
# Listens on loopback, or on PARLEY_BIND in production; administration on loopback always; no other port is open.
set -euo pipefail
home=$1 domains=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
if [ "${PARLEY_MODE:-demo}" = demo ]; then bind=127.0.0.1; else bind=${PARLEY_BIND:-0.0.0.0}; fi
sed -e "s/@address@/$bind/" "$here/pre-boot.txt" >"$domains/parley/pre-boot.txt"
exec "$home/bin/asadmin" start-domain --domaindir "$domains" --prebootcommandfile "$domains/parley/pre-boot.txt" "$@" parley
