package io.timeledger.calendar.provider;

/// A call of a provider failed.
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient ProviderFault fault;

  public ProviderException(ProviderFault fault) {
    super(fault.reason().code());
    this.fault = fault;
  }

  public ProviderFault fault() {
    return fault;
  }
}
