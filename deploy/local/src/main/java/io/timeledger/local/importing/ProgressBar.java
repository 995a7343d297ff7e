package io.timeledger.local.importing;

import java.io.PrintStream;

/// The progress of an import: one line redrawn in place on a terminal, nothing elsewhere.
final class ProgressBar {
  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 50_000_000;

  private final PrintStream out;
  private final boolean terminal;
  private final int total;
  private int done;
  private long drawn;

  ProgressBar(PrintStream out, boolean terminal, int total) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
  }

  void advance() {
    done++;
    long now = System.nanoTime();
    if (terminal && (now - drawn > REDRAW_NANOS || done >= total)) {
      drawn = now;
      draw();
    }
  }

  /// Prints a permanent line above the bar.
  void say(String line) {
    clear();
    out.println(line);
    if (terminal) {
      draw();
    }
  }

  void clear() {
    if (terminal) {
      out.print("\r\033[K");
      out.flush();
    }
  }

  private void draw() {
    int full = total == 0 ? WIDTH : Math.min(WIDTH, (int) ((long) done * WIDTH / total));
    out.printf(
        "\r\033[K[%s%s] %d of %d rows", "#".repeat(full), " ".repeat(WIDTH - full), done, total);
    out.flush();
  }
}
