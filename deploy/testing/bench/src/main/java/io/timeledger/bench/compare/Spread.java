package io.timeledger.bench.compare;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Minimum, median and maximum of several measurements.
public record Spread(double least, double median, double most) {

  public static Spread of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }

  static Spread of(Collection<Sample> samples, ToDoubleFunction<Sample> figure) {
    return of(samples.stream().mapToDouble(figure).toArray());
  }

  /// The ratios of two systems' results, turn by turn.
  static Spread ofRatios(List<Sample> ones, List<Sample> others, ToDoubleFunction<Sample> figure) {
    return of(
        IntStream.range(0, ones.size())
            .mapToDouble(
                i -> figure.applyAsDouble(ones.get(i)) / figure.applyAsDouble(others.get(i)))
            .toArray());
  }

  /// The median and, if there are several values, the range.
  public String text(String format) {
    String middle = String.format(Locale.ROOT, format, median);
    return least == most
        ? middle
        : String.format(Locale.ROOT, "%s (" + format + "–" + format + ")", middle, least, most);
  }
}
