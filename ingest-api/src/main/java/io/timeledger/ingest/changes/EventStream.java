package io.timeledger.ingest.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.node.ObjectNode;

/// Server-sent events, written as the reader takes them: nothing waits in memory but what one write
/// holds.
record EventStream(OutputStream out) {
  private static final int RETRY_MILLIS = 3_000;
  private static final int RETRY_AFTER_END_MILLIS = 60_000;

  /// Tells where the stream begins, so that a reader who loses it before the first event goes on
  /// from there.
  void begin(long sequence) throws IOException {
    write("retry: %d\nid: %d\n\n".formatted(RETRY_MILLIS, sequence));
    out.flush();
  }

  void event(ObjectNode event) throws IOException {
    write(
        "id: %d\ndata: %s\n\n"
            .formatted(event.required("sequence").asLong(), Json.MAPPER.writeValueAsString(event)));
  }

  void heartbeat() throws IOException {
    write(":\n\n");
    out.flush();
  }

  /// Says why it ends, and has an `EventSource` wait before it comes back, else readers who share a
  /// token would throw each other out without end.
  void end(String reason) throws IOException {
    write("retry: %d\n: %s\n\n".formatted(RETRY_AFTER_END_MILLIS, reason));
    out.flush();
  }

  void flush() throws IOException {
    out.flush();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }
}
