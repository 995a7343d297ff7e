package io.timeledger.runtime;

import java.util.Arrays;

/// Bytes that nobody changes any more.
public final class ImmutableBytes {
  public static final ImmutableBytes NONE = new ImmutableBytes(new byte[0]);

  private final byte[] bytes;

  private ImmutableBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// @param bytes from now on owned by the result
  public static ImmutableBytes of(byte[] bytes) {
    return new ImmutableBytes(bytes);
  }

  /// Not to be changed.
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
