package io.timeledger.calendar.provider;

/// A provider could not be read.
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient ProviderFault fault;

  public ProviderException(ProviderFault fault) {
    super(fault.reason().code());
    this.fault = fault;
  }

  /// What follows from it.
  public ProviderFault fault() {
    return fault;
  }
}
