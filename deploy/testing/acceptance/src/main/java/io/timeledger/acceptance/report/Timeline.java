package io.timeledger.acceptance.report;

import io.timeledger.acceptance.client.RequestAttempt;
import io.timeledger.acceptance.fault.Incident;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// An SVG of latencies over time, on a logarithmic scale, with the faults in the background.
final class Timeline {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 320;
  private static final int LONGEST = 20_000;
  private static final int BARS = 600;

  private final long length;

  Timeline(long length) {
    this.length = Math.max(1, length);
  }

  String svg(List<RequestAttempt> attempts, List<Incident> incidents) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg viewBox='-50 -10 %d %d'>".formatted(WIDTH + 60, HEIGHT + 40));
    for (int millis : new int[] {1, 10, 100, 1000, 10_000}) {
      svg.append(
          "<line class='grid' x1='0' x2='%d' y1='%.1f' y2='%.1f'/><text x='-45' y='%.1f'>%d ms</text>"
              .formatted(WIDTH, y(millis), y(millis), y(millis) + 4, millis));
    }
    incidents.forEach(incident -> add(svg, incident));
    addLatencies(svg, attempts);
    return svg.append("<text x='0' y='%d'>0</text>".formatted(HEIGHT + 18))
        .append(
            "<text x='%d' y='%d' text-anchor='end'>%d s</text></svg>"
                .formatted(WIDTH, HEIGHT + 18, length / 1000))
        .toString();
  }

  private void add(StringBuilder svg, Incident incident) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class='%s' x='%.1f' width='%.1f' y='0' height='%d'><title>%s: %s, ready after"
                + " %.1f s</title></rect>",
            incident.isKill() ? "kill" : "fault",
            x(incident.at()),
            Math.max(1.5, x(incident.readyAt()) - x(incident.at())),
            HEIGHT,
            incident.fault(),
            incident.target(),
            (incident.readyAt() - incident.at()) / 1000.0));
  }

  /// Per time slice, the fastest to the slowest answer, and the number of requests without one.
  private void addLatencies(StringBuilder svg, List<RequestAttempt> attempts) {
    TreeMap<Long, int[]> slices = new TreeMap<>();
    for (RequestAttempt attempt : attempts) {
      int[] slice =
          slices.computeIfAbsent(
              attempt.at() * BARS / length, _ -> new int[] {Integer.MAX_VALUE, 0, 0});
      slice[0] = Math.min(slice[0], attempt.millis());
      slice[1] = Math.max(slice[1], attempt.millis());
      slice[2] += attempt.status() == 0 || attempt.status() >= 500 ? 1 : 0;
    }
    slices.forEach(
        (place, slice) ->
            svg.append(
                String.format(
                    Locale.ROOT,
                    "<line class='%s' x1='%.1f' x2='%.1f' y1='%.1f' y2='%.1f'/>",
                    slice[2] > 0 ? "bad" : "good",
                    x(place * length / BARS),
                    x(place * length / BARS),
                    y(slice[0]),
                    y(slice[1]) - 1)));
  }

  private double x(long millis) {
    return (double) millis * WIDTH / length;
  }

  private static double y(int millis) {
    return HEIGHT * (1 - Math.log10(Math.max(1, millis)) / Math.log10(LONGEST));
  }
}
