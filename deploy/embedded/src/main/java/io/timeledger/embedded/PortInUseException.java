package io.timeledger.embedded;

/// A requested port is in use by another process; nothing was started.
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int port;

  PortInUseException(String purpose, int port) {
    super("port %d for %s is in use by another process".formatted(port, purpose));
    this.port = port;
  }

  public int port() {
    return port;
  }
}
