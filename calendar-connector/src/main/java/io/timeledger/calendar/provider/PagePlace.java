package io.timeledger.calendar.provider;

/// Where the next page of the same round begins; opaque except to its provider.
public record PagePlace(String value) {

  /// Does not contain the value, which may hold titles.
  @Override
  public String toString() {
    return "PagePlace";
  }
}
