package io.timeledger.schemas.id;

/// A time entry; a timer carries the id of its entry.
public record EntryId(String value) implements Id {
  public EntryId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
