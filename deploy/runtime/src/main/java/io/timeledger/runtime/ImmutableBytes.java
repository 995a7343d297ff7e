package io.timeledger.runtime;

import java.util.Arrays;

/// An immutable byte array.
public final class ImmutableBytes {
  public static final ImmutableBytes NONE = new ImmutableBytes(new byte[0]);

  private final byte[] bytes;

  private ImmutableBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// @param bytes owned by the result from now on
  public static ImmutableBytes of(byte[] bytes) {
    return new ImmutableBytes(bytes);
  }

  /// The array itself; must not be modified.
  public byte[] array() {
    return bytes;
  }

  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImmutableBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "ImmutableBytes[" + bytes.length + "]";
  }
}
