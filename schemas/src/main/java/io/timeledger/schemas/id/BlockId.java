package io.timeledger.schemas.id;

/// One meeting of one member: `blk_` and 130 bits of a hash in 26 characters of base 32.
public record BlockId(String value) implements Id {
  public BlockId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
