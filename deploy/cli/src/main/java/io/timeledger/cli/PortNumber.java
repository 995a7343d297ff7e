package io.timeledger.cli;

/// A TCP port; 0 picks a free one.
public final class PortNumber extends WholeNumber {
  public PortNumber() {
    super(0, 65_535);
  }
}
