# Sourced by ./run and ./verify: looks for what the machine must have, and fetches it where it may (Debian or Ubuntu, as root).

fail() {
    echo "Parley: $*" >&2
    exit 1
}

# Sets JAVA_HOME, so that Maven uses the same JDK as we do even when a package brings another.
need_jdk() {
    local java=java settings release
    [ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
    settings=$("$java" -XshowSettings:properties -version 2>&1) || fail "needs a JDK 17 or newer, on the PATH or in JAVA_HOME"
    JAVA_HOME=$(sed -n 's/^ *java\.home = //p' <<<"$settings")
    release=$(sed -n 's/^ *java\.specification\.version = //p' <<<"$settings")
    [ "${release%%.*}" -ge 17 ] && [ -x "$JAVA_HOME/bin/javac" ] ||
        fail "needs a JDK 17 or newer, on the PATH or in JAVA_HOME; found $release in $JAVA_HOME"
    export JAVA_HOME
}

need_maven() {
    maven_fits || debian_install maven
    maven_fits || fail "needs Maven 3.8 or newer on the PATH: install the package maven"
}

maven_fits() { at_least 3.8 "$(mvn -B -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')"; }

need_node() {
    node_fits || debian_install nodejs npm
    node_fits || fail "needs Node 18 or newer with npm on the PATH: install the packages nodejs and npm"
}

node_fits() { command -v npm >/dev/null && at_least 18 "$(node -v 2>/dev/null | tr -d v)"; }

# need_command COMMAND PACKAGE...: COMMAND on the PATH, else by the Debian packages
need_command() {
    local command=$1
    shift
    command -v "$command" >/dev/null || debian_install "$@"
    command -v "$command" >/dev/null || fail "needs $command on the PATH: install the package $1"
}

# at_least WANTED FOUND: compares major.minor
at_least() {
    local wanted_major=${1%%.*} wanted_minor=0 found_major=${2%%.*} found_minor
    case $1 in *.*) wanted_minor=${1#*.} ;; esac
    [ -n "$2" ] || return 1
    found_minor=$(cut -d. -f2 <<<"$2.0")
    [ "$found_major" -gt "$wanted_major" ] || { [ "$found_major" -eq "$wanted_major" ] && [ "$found_minor" -ge "$wanted_minor" ]; }
}

# Installs Debian packages as root; starts none of their services and makes no database cluster.
debian_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "Parley: installing $*"
    (
        policy=/usr/sbin/policy-rc.d
        if [ ! -e $policy ]; then
            trap 'rm -f $policy' EXIT
            printf '#!/bin/sh\nexit 101\n' >$policy && chmod 755 $policy
        fi
        clusters=/etc/postgresql-common/createcluster.conf
        if [ ! -e $clusters ]; then
            mkdir -p "${clusters%/*}" && echo 'create_main_cluster = false' >$clusters
        fi
        export DEBIAN_FRONTEND=noninteractive
        if [ -z "${PARLEY_APT_UPDATED:-}" ]; then
            apt-get -qq -o DPkg::Lock::Timeout=300 update || exit 1
        fi
        apt-get -qq -y -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold --no-install-recommends install "$@" >/dev/null
    ) || return 1
    PARLEY_APT_UPDATED=yes
    hash -r
}

# build_war: builds the WAR where it is missing or older than a source
build_war() {
    local war=web/target/parley.war
    [ -f $war ] && [ -z "$(newer_source $war)" ] && return
    need_maven
    need_node
    echo "Parley: building (the first time this also downloads the libraries)"
    mvn -B -q -DskipTests -Dmaven.test.skip=true -pl web -am package || fail "the build failed, see above"
}

# newer_source FILE: a source of the WAR that is newer than FILE, if there is one
newer_source() {
    find pom.xml db ejb sip widget web -name target -prune -o -name node_modules -prune -o \
        -path '*/src/test' -prune -o -type f -newer "$1" -print -quit
}

# pom_version NAME: the version of that name in the root pom
pom_version() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" pom.xml | head -n 1; }

# fetch ARTIFACT FILE: copies an artifact of Maven Central to FILE where it is missing; a file that stands is whole
fetch() {
    [ -f "$2" ] && return
    local folder
    need_maven
    echo "Parley: fetching ${1#*:}"
    mkdir -p "${2%/*}"
    folder=$(mktemp -d "${2%/*}/fetch.XXXXXX")
    mvn -B -q -N dependency:copy -Dartifact="$1" -DoutputDirectory="$PWD/$folder" >&2 || { rm -rf "$folder"; fail "could not fetch $1"; }
    mv "$folder"/* "$2" && rmdir "$folder"
}
