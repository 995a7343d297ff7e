package io.timeledger.egress;

import io.timeledger.runtime.ImmutableBytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The beginning of a response body.
///
/// @param bytes up to the limit of the call
/// @param truncated whether there was more
public record ResponseBody(ImmutableBytes bytes, boolean truncated) {
  public static final ResponseBody NONE = new ResponseBody(ImmutableBytes.NONE, false);

  /// @param read the beginning, and one byte more if the body is longer
  static ResponseBody of(byte[] read, int mostRead) {
    return read.length <= mostRead
        ? new ResponseBody(ImmutableBytes.of(read), false)
        : new ResponseBody(ImmutableBytes.of(Arrays.copyOf(read, mostRead)), true);
  }

  /// Lower-case hex of the kept bytes.
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
