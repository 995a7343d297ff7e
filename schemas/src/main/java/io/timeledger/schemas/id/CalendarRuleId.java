package io.timeledger.schemas.id;

/// A rule for blocks of calendars, by the customer's own id.
public record CalendarRuleId(String value) implements Id {
  public CalendarRuleId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
