package io.timeledger.embedded;

import java.nio.file.Path;

/// The data folder is in use by a running process; nothing in it was touched.
public final class DataFolderInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String holder;

  DataFolderInUseException(Path folder, String holder) {
    super("%s is in use by %s".formatted(folder, holder));
    this.holder = holder;
  }

  /// The holder's own description: `pid 4711 since …`, then what it announced.
  public String holder() {
    return holder;
  }
}
