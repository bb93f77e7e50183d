#!/usr/bin/env bash
# Prepares an unpacked WildFly for parley.ear, once: set-up.sh WILDFLY_HOME ECLIPSELINK_JAR [standalone.xml]
set -euo pipefail
home=$1 jar=$2 config=${3:-standalone.xml}
here=$(cd "$(dirname "$0")" && pwd)
module=$home/modules/org/eclipse/persistence/main # found before modules/system/layers/base
if [ -d "$module" ]; then
    echo "$home is set up already"
    exit
fi
sed "s/@config@/$config/" "$here/set-up.cli" >"$home/standalone/parley-set-up.cli"
"$home/bin/jboss-cli.sh" --file="$home/standalone/parley-set-up.cli"
rm "$home/standalone/parley-set-up.cli"
mkdir -p "$module"
cp "$jar" "$module/eclipselink.jar"
cp "$home"/modules/system/layers/base/org/eclipse/persistence/main/jipijapa-eclipselink-*.jar "$module/jipijapa-eclipselink.jar"
cp "$here/org.eclipse.persistence/module.xml" "$module/"
