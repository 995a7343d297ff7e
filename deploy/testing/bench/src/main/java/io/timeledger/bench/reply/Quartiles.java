package io.timeledger.bench.reply;

import java.util.Arrays;
import java.util.Locale;

/// The median of several measurements, and the middle half of them: unlike minimum and maximum,
/// they do not grow apart with the number of measurements.
record Quartiles(double lower, double median, double upper) {

  static Quartiles of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  String text(String format) {
    return String.format(Locale.ROOT, "%s (%s–%s)".replace("%s", format), median, lower, upper);
  }
}
