package io.timeledger.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How to run PostgreSQL, which refuses to run as root: as the current user if it is not root; in a
/// user namespace where the kernel allows one; else as `nobody` with root's access to files.
enum Unprivileged {
  OURSELVES(""),
  USER_NAMESPACE("unshare -U"),
  NOBODY(
      "setpriv --reuid=65534 --regid=65534 --clear-groups"
          + " --inh-caps=+dac_override --ambient-caps=+dac_override --");

  private static final int NOBODY_ID = 65534;

  private final String prefix;

  Unprivileged(String prefix) {
    this.prefix = prefix;
  }

  static Unprivileged here() {
    if (new UnixSystem().getUid() != 0) {
      return OURSELVES;
    }
    return USER_NAMESPACE.works() ? USER_NAMESPACE : NOBODY;
  }

  List<String> prefix() {
    return prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1));
  }

  /// PostgreSQL must own its data; the mode may have changed since the last start.
  void own(Path data) {
    if (this == OURSELVES || !Files.exists(data)) {
      return;
    }
    int owner = this == NOBODY ? NOBODY_ID : 0;
    try {
      if (owner == (int) Files.getAttribute(data, "unix:uid")) {
        return;
      }
      try (Stream<Path> paths = Files.walk(data)) {
        for (Path path : paths.toList()) {
          Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("own " + data, e);
    }
  }

  private boolean works() {
    try {
      return new CommandRunner(prefix()).run(List.of("true")).succeeded();
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
