# Sourced by up, import, operate and console: builds the platform if its sources are newer than the last build, and
# runs one of its commands. Expects $here = the folder of the scripts.
root=$(cd "$here/../.." && pwd)
target=$here/target
built=$target/built
. "$root/.mvn/find-jdk25.sh"

modules="schemas deploy/runtime deploy/egress deploy/cli streams-processor ingest-api webhook-dispatcher calendar-connector deploy/embedded deploy/twin deploy/local"

# What the command itself says (LocalHelpTest), but it needs neither JDK nor build.
usage() { cat "$here/src/main/help/$1.txt"; }

# Folders count too: their time changes when a file is deleted.
newer_source() {
  (
    cd "$root"
    for module in $modules; do
      # The console's packages and generated types are made beside its sources by who works on it.
      find "$module/pom.xml" "$module/src/main" \
        \( -name node_modules -o -name dist -o -name test-results -o -name schema.d.ts \) -prune \
        -o -newer "$built" -print 2>/dev/null
    done
    find pom.xml .mvn -newer "$built"
  ) | head -n 1
}

has_commands() { ls "$target"/lib/local-*.jar >/dev/null 2>&1; }

is_built() { [ -f "$built" ] && has_commands && [ -z "$(newer_source)" ]; }

build() {
  echo "Building (the first time downloads libraries, which takes minutes)…"
  mkdir -p "$target"
  log=$target/build.log
  touch "$target/building"
  rm -rf "$target/failed" "$target/lib"
  (cd "$root" && ./mvnw -B -ntp -PskipChecks -Dmaven.test.skip=true -pl deploy/local -am package \
    2>&1 || touch "$target/failed") | while IFS= read -r line; do
    printf '%s\n' "$line"
    case $line in
    "[INFO] Building "*"["*"]") printf '  %s\n' "${line#\[INFO\] Building }" >&2 ;;
    esac
  done >"$log"
  if [ -f "$target/failed" ]; then
    grep -m 20 -F '[ERROR]' "$log" >&2
    echo "The build failed; all of it is in $log" >&2
    exit 1
  fi
  # a copy: Maven writes the next one over this one, under whoever runs from it
  cp "$target"/local-*.jar "$target/lib/"
  mv "$target/building" "$built"
}

# run CLASS ARGUMENTS…
run() {
  class=$1
  shift
  exec "$JAVA_HOME/bin/java" $java_options \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dtimeledger.local.data="$here/data" \
    -cp "$target/lib/*" "io.timeledger.local.$class" "$@"
}
