package io.timeledger.local.importing;

import io.timeledger.local.importing.ImportedRowResult.Row;
import io.timeledger.local.importing.ImportedRowResult.Summary;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The console output of an import: progress, every row left out with its reason, and counts.
final class ImportReport {
  private final ProgressBar bar;
  private final PrintStream out;
  private final boolean preview;
  private @Nullable Summary summary;

  ImportReport(ProgressBar bar, PrintStream out, boolean preview) {
    this.bar = bar;
    this.out = out;
    this.preview = preview;
  }

  void add(ImportedRowResult result) {
    switch (result) {
      case Row row -> {
        if (row.isLeftOut()) {
          bar.say("row %d: %s (%s)".formatted(row.row(), row.message(), row.code()));
        }
        say(row, preview ? "would create " : "created ", row.created());
        say(row, "warning: same times as ", row.sameTimes());
        say(row, preview ? "would delete " : "deleted ", row.deleted());
        bar.advance();
      }
      case Summary last -> summary = last;
    }
  }

  private void say(Row row, String what, List<String> which) {
    if (!which.isEmpty()) {
      bar.say("row %d: %s%s".formatted(row.row(), what, String.join(", ", which)));
    }
  }

  /// Prints the counts; returns the exit status.
  int finish() {
    bar.clear();
    if (summary == null) {
      out.println("The answer ended early. Import again: rows that are in are not added twice.");
      return 1;
    }
    out.println(counts(summary));
    if (summary.ofCaller() > 0) {
      out.println("The file names no members by e-mail: the rows are your own.");
    }
    if (!summary.unread().isEmpty()) {
      out.println("Columns that were not read: " + String.join(", ", summary.unread()));
    }
    if (summary.pending() > 0) {
      out.printf(
          "%d rows were accepted but not decided in time; importing again shows what became of"
              + " them%n",
          summary.pending());
    }
    if (preview) {
      out.println("This was a preview: nothing was imported.");
    }
    return summary.everyRowIsIn() ? 0 : 1;
  }

  private static String counts(Summary summary) {
    return "%d rows: %d created, %d already there, %s%s%d failed"
        .formatted(
            summary.rows(),
            summary.created(),
            summary.existing(),
            summary.deleted() > 0 ? summary.deleted() + " deleted, " : "",
            summary.skipped() > 0 ? summary.skipped() + " skipped, " : "",
            summary.failed());
  }
}
