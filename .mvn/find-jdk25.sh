# Sourced by mvnw and by the scripts of deploy/local: Timeledger builds and runs on JDK 25, whatever
# the machine's default java is. Keeps a JAVA_HOME that is one, else looks where JDKs are usually
# installed, and exports it. Maven itself runs on it, because the formatter, the jOOQ generator and
# Error Prone run inside Maven's JVM and fail there on 17.
is_jdk25() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25'; }

first_jdk25() {
  for jdk in "$@"; do
    if is_jdk25 "$jdk"; then
      JAVA_HOME=$jdk
      return
    fi
  done
  return 1
}

find_jdk25() {
  case $- in *f*) globbing=-f ;; *) globbing=+f ;; esac
  set +f
  if first_jdk25 "${JAVA_HOME:-/none}" /usr/lib/jvm/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home "$HOME"/.sdkman/candidates/java/25* \
    "$HOME"/.jdks/*25* /opt/*jdk*25* "$(/usr/libexec/java_home -v 25 2>/dev/null || echo /none)"; then
    set "$globbing"
    export JAVA_HOME
    return
  fi
  set "$globbing"
  echo "JDK 25 not found: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it" >&2
  return 1
}
