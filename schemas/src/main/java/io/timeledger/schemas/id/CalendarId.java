package io.timeledger.schemas.id;

/// A calendar of a connection: `cal_` and a hash, the same after a reconnect.
public record CalendarId(String value) implements Id {
  public CalendarId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
