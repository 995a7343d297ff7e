package io.timeledger.schemas.id;

/// One meeting of one member: `blk_` and 130 bits of a hash as 26 characters of base 32.
public record BlockId(String value) implements Id {

  /// The external source of entries made from blocks. Their external id is the block's id.
  public static final String EXTERNAL_SOURCE = "timeledger:calendar";

  public BlockId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
