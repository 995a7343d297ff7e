package io.timeledger.bench.reply;

import java.util.Arrays;
import java.util.Locale;

/// The median of several measurements, and a range around it that, unlike minimum and maximum, does
/// not grow with their number.
record MedianRange(double lower, double median, double upper) {

  /// The range holds the middle half of the measurements.
  static MedianRange quartiles(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new MedianRange(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  /// The median, and between which values it lies with a probability of 95 %, had one measured
  /// forever: by the ranks of the binomial distribution, whatever that of the values is.
  static MedianRange confidence(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double part = 0.98 / Math.sqrt(sorted.length);
    return new MedianRange(
        at(sorted, Math.max(0, 0.5 - part)), at(sorted, 0.5), at(sorted, Math.min(1, 0.5 + part)));
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
