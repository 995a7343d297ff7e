package io.timeledger.ingest.imports;

import io.timeledger.ingest.command.WriteRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends a file chunk by chunk, a few concurrently, and reports in chunk order.
final class Importer {
  private static final int IN_FLIGHT = 8;
  private static final long PATIENCE_SECONDS = 90;
  private final ImportChunks chunks;

  Importer(ImportChunks chunks) {
    this.chunks = chunks;
  }

  /// @throws UnreadableException before anything is sent
  void run(
      WriteRequest call, Spool spool, RowReader reader, ImportParameters options, Answers answers)
      throws IOException {
    DayCounts days =
        options.modeOrAdd() == ImportMode.REPLACE ? days(spool, reader, options) : null;
    try (UploadedCsv file = UploadedCsv.open(spool.path(), reader.layout());
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      ImportAnswer answer = answers.begin();
      CsvLines lines = new CsvLines(file, reader);
      LineChunks parts = days == null ? new RowChunks(lines) : new DayChunks(lines, days);
      Deque<Future<List<RowResult>>> inFlight = new ArrayDeque<>();
      int part = 0;
      for (List<CsvLine> chunk = parts.next(); !chunk.isEmpty(); chunk = parts.next()) {
        if (inFlight.size() == IN_FLIGHT) {
          answer.write(result(inFlight.removeFirst()));
        }
        List<CsvLine> next = chunk;
        int number = part++;
        inFlight.addLast(senders.submit(() -> chunks.decide(call, options, number, next)));
      }
      while (!inFlight.isEmpty()) {
        answer.write(result(inFlight.removeFirst()));
      }
      answer.end();
    }
  }

  /// Begins the response, once the file as a whole can no longer fail.
  interface Answers {
    ImportAnswer begin() throws IOException;
  }

  private static DayCounts days(Spool spool, RowReader reader, ImportParameters options)
      throws IOException {
    try (UploadedCsv file = UploadedCsv.open(spool.path(), reader.layout())) {
      return DayCounts.of(new CsvLines(file, reader), !options.isPreview());
    }
  }

  private static List<RowResult> result(Future<List<RowResult>> chunk) throws IOException {
    try {
      return chunk.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("import interrupted");
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("a chunk of an import failed", e);
    }
  }
}
