#!/bin/sh
# build.sh build|test WORK OUTPUT: builds the console into OUTPUT, or runs its unit tests, in the
# folder WORK. Does nothing if the inputs are those of the last time. Without Node.js it warns and
# succeeds, so that the platform can be built everywhere; with CI=true it fails.
set -eu
task=$1
work=$(mkdir -p "$2" && cd "$2" && pwd)
output=$(mkdir -p "$3" && cd "$3" && pwd)
source=$(cd "$(dirname "$0")" && pwd)
document=$source/../../../../schemas/src/main/resources/openapi/timeledger.openapi.json

give_up() {
  echo "[WARNING] No console in this build: $1" >&2
  [ "${CI:-}" != true ] || exit 1
  exit 0
}

digest() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

inputs() {
  (
    cd "$source"
    find . \( -name node_modules -o -name dist -o -name test-results -o -name schema.d.ts \) -prune \
      -o -type f -print | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cat "$document"
    find . -name node_modules -prune -o -type f -print | LC_ALL=C sort
  ) | digest | cut -d ' ' -f 1
}

has_node() {
  command -v npm >/dev/null && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null
}

copy_sources() {
  mkdir -p "$work"
  find "$work" -mindepth 1 -maxdepth 1 ! -name node_modules ! -name 'stamp-*' -exec rm -rf {} +
  (cd "$source" && tar -cf - --exclude ./node_modules --exclude ./dist .) | tar -xf - -C "$work"
}

install_packages() {
  if ! cmp -s "$work/package-lock.json" "$work/node_modules/.installed-lock.json"; then
    # A registry that does not answer must not hang the build.
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error \
      --fetch-timeout=60000 --fetch-retries=1) || give_up "npm could not install its packages"
    cp "$work/package-lock.json" "$work/node_modules/.installed-lock.json"
  fi
}

bin() {
  program=$1
  shift
  (cd "$work" && node "node_modules/.bin/$program" "$@")
}

case ${SKIP_TESTS:-} in *true*) exit 0 ;; esac
stamp=$work/stamp-$task
now=$(inputs)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then
  [ "$task" = test ] || [ ! -f "$output/index.html" ] || exit 0
  [ "$task" != test ] || exit 0
fi
has_node || give_up "Node.js 20.19 or later and npm are needed"

if [ "$task" = test ]; then
  [ -d "$work/node_modules" ] || give_up "its packages are not installed"
  bin vitest run --reporter=dot
else
  copy_sources
  install_packages
  bin openapi-typescript "$document" -o src/api/schema.d.ts >/dev/null
  bin tsc --noEmit
  CONSOLE_OUTPUT=$output bin vite build --logLevel=warn
fi
printf '%s' "$now" >"$stamp"
