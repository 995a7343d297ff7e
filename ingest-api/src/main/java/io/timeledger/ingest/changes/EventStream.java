package io.timeledger.ingest.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.node.ObjectNode;

/// Server-sent events, written at the reader's pace: memory holds only the current write.
record EventStream(OutputStream out) {
  private static final int RETRY_MILLIS = 3_000;
  private static final int RETRY_AFTER_END_MILLIS = 60_000;

  /// Sends the starting sequence, so that a client that disconnects before the first event resumes
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

  /// Sends the reason for the end and delays the reconnect of an `EventSource`; otherwise clients
  /// that share a token would evict each other forever.
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
