package io.timeledger.ingest.web.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream as the body of a request.
final class ServletBody extends ServletInputStream {
  private final InputStream body;
  private boolean finished;

  ServletBody(InputStream body) {
    this.body = body;
  }

  @Override
  public int read() throws IOException {
    int read = body.read();
    finished |= read < 0;
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = body.read(bytes, offset, length);
    finished |= read < 0;
    return read;
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new UnsupportedOperationException("bodies are read by blocking");
  }
}
