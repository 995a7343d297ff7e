package io.timeledger.local;

import io.timeledger.local.RowResult.Row;
import io.timeledger.local.RowResult.Summary;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// What a person sees of an import: the bar, every failed row with its reason, and the counts.
final class ImportReport {
  private final ProgressBar bar;
  private final PrintStream out;
  private @Nullable Summary summary;

  ImportReport(ProgressBar bar, PrintStream out) {
    this.bar = bar;
    this.out = out;
  }

  void add(RowResult result) {
    switch (result) {
      case Row row -> {
        if (row.failed()) {
          bar.say("row %d: %s (%s)".formatted(row.row(), row.message(), row.code()));
        }
        bar.advance();
      }
      case Summary last -> summary = last;
    }
  }

  /// Prints the counts; the answer is the exit status.
  int finish() {
    bar.clear();
    if (summary == null) {
      out.println("The answer ended early. Import again: rows that are in are not added twice.");
      return 1;
    }
    out.printf(
        "%d rows: %d created, %d already there, %d failed%n",
        summary.rows(), summary.created(), summary.existing(), summary.failed());
    if (summary.pending() > 0) {
      out.printf(
          "%d rows were accepted but not decided in time; importing again shows what became of"
              + " them%n",
          summary.pending());
    }
    return summary.everyRowIsIn() ? 0 : 1;
  }
}
