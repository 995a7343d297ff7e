package io.timeledger.ingest.web.body;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// A body with `Content-Encoding: gzip`, inflated while reading; an empty body stays empty.
final class InflatedBody extends InputStream {
  private final PushbackInputStream deflated;
  private @Nullable InputStream inflated;

  InflatedBody(InputStream deflated) {
    this.deflated = new PushbackInputStream(deflated);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return inflated().read(bytes, offset, length);
    } catch (ZipException | EOFException e) {
      throw new UnreadableEncodingException(e);
    }
  }

  private InputStream inflated() throws IOException {
    InputStream known = inflated;
    if (known != null) {
      return known;
    }
    int first = deflated.read();
    if (first >= 0) {
      deflated.unread(first);
    }
    InputStream opened = first < 0 ? InputStream.nullInputStream() : new GZIPInputStream(deflated);
    inflated = opened;
    return opened;
  }
}
