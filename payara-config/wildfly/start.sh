#!/usr/bin/env bash
# Starts a WildFly that set-up.sh prepared, in the foreground: start.sh WILDFLY_HOME [OPTIONS OF standalone.sh]
# Then, once: WILDFLY_HOME/bin/jboss-cli.sh --connect "deploy parley.ear"
# Listens on loopback, or on PARLEY_BIND in production; health and metrics stand on the management port (9990, loopback always).
set -euo pipefail
home=$1
shift
if [ "${PARLEY_MODE:-demo}" = demo ]; then bind=127.0.0.1; else bind=${PARLEY_BIND:-0.0.0.0}; fi
# the shell of standalone.sh hands signals on
export LAUNCH_JBOSS_IN_BACKGROUND=yes
exec "$home/bin/standalone.sh" -Djboss.bind.address="$bind" -Djboss.http.port="${PARLEY_PORT:-8080}" "$@"
