package io.timeledger.schemas.id;

/// A calendar rule; the id is chosen by the customer.
public record CalendarRuleId(String value) implements Id {
  public CalendarRuleId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
