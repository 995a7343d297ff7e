package io.timeledger.cli;

/// A number of things, or none.
public final class Count extends WholeNumber {
  public Count() {
    super(0, Integer.MAX_VALUE);
  }
}
