package io.timeledger.acceptance.report;

import io.timeledger.acceptance.check.InvariantResult;
import io.timeledger.acceptance.client.RequestAttempt;
import io.timeledger.acceptance.fault.Incident;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The report of a run as a self-contained HTML page.
public record HtmlReport(RunReport run) {
  private static final int SHOWN = 50;
  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:1250px;margin:2em auto;padding:0 1em;color:#222}
      table{border-collapse:collapse}td,th{padding:.15em .8em .15em 0;text-align:left;vertical-align:top}
      .ok{color:#18794e}.no{color:#c62a2f;font-weight:600}svg{width:100%;background:#fafafa}
      svg text{font-size:11px;fill:#666}.grid{stroke:#e4e4e4}.kill{fill:#f8c9ca}.fault{fill:#fdebc8}
      .good{stroke:#3b7dd8;stroke-width:1.4}.bad{stroke:#8e4ec6;stroke-width:1.4}
      """;

  public void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, html());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String html() {
    return """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Timeledger under faults</title>
        <style>%s</style><h1>Timeledger under faults</h1><p>%s</p>
        <p>Seed %d, faults for %s. The same seed gives the same operations and faults.
        The clock of the second ingest-api is ten minutes ahead throughout.</p>
        <h2>Rules</h2><table>%s</table>
        <h2>Latency and faults</h2><p>Each stroke spans the fastest to the slowest response of
        a moment; violet ones include requests without a response or with a server error. The
        background marks the time from a fault until every process is ready: kills red, others yellow.</p>
        %s<h2>Answers</h2><table>%s</table><h2>Recovery</h2><p>Time from the fault until every
        workspace has decided a write that was sent after it (clients retry), and until every process
        is ready.</p><table><tr><th>fault<th>times<th>writes continued: median
        <th>longest<th>longest after the repair<th>all ready: longest</tr>%s</table><h2>Faults</h2>
        <table><tr><th>at<th>fault<th>target<th>repaired after<th>ready after<th>exited and was
        restarted</tr>%s</table></html>
        """
        .formatted(
            STYLE,
            escaped(run.summary()),
            run.seed(),
            run.time(),
            rules(),
            new Timeline(length()).svg(run.history().attempts(), run.incidents()),
            answers(),
            recoveries(),
            incidents());
  }

  private long length() {
    return run.history().attempts().stream().mapToLong(RequestAttempt::at).max().orElse(1);
  }

  private String rules() {
    return run.findings().verdicts().stream().map(HtmlReport::row).collect(Collectors.joining());
  }

  private static String row(InvariantResult result) {
    List<String> violations = result.violations();
    String found =
        violations.stream()
            .limit(SHOWN)
            .map(violation -> "<br>" + escaped(violation))
            .collect(Collectors.joining());
    return "<tr><td>%s<td class='%s'>%s%s</tr>"
        .formatted(
            escaped(result.rule()),
            result.holds() ? "ok" : "no",
            result.holds() ? "holds" : violations.size() + " violations",
            found);
  }

  private String answers() {
    Map<Integer, List<RequestAttempt>> byStatus =
        run.history().attempts().stream()
            .collect(
                Collectors.groupingBy(RequestAttempt::status, TreeMap::new, Collectors.toList()));
    StringBuilder rows =
        new StringBuilder("<tr><th>status<th>requests<th>p50 ms<th>p99 ms<th>longest ms</tr>");
    byStatus.forEach(
        (status, attempts) -> {
          List<Integer> sorted = attempts.stream().map(RequestAttempt::millis).sorted().toList();
          rows.append(
              "<tr><td>%s<td>%d<td>%d<td>%d<td>%d</tr>"
                  .formatted(
                      status == 0 ? "none" : status,
                      sorted.size(),
                      sorted.get(sorted.size() / 2),
                      sorted.get(sorted.size() * 99 / 100),
                      sorted.getLast()));
        });
    return rows.toString();
  }

  private String recoveries() {
    return run.recoveries().stream()
        .map(
            recovery ->
                String.format(
                    Locale.ROOT,
                    "<tr><td>%s<td>%d<td>%.1f s<td>%.1f s<td>%.1f s<td>%.1f s</tr>",
                    recovery.fault(),
                    recovery.times(),
                    recovery.median() / 1000.0,
                    recovery.longest() / 1000.0,
                    recovery.mended() / 1000.0,
                    recovery.ready() / 1000.0))
        .collect(Collectors.joining());
  }

  private String incidents() {
    return run.incidents().stream()
        .map(
            (Incident incident) ->
                String.format(
                    Locale.ROOT,
                    "<tr><td>%.1f s<td>%s<td>%s<td>%.1f s<td>%.1f s<td>%s</tr>",
                    incident.at() / 1000.0,
                    incident.fault(),
                    incident.target(),
                    (incident.mendedAt() - incident.at()) / 1000.0,
                    (incident.readyAt() - incident.at()) / 1000.0,
                    String.join(", ", incident.restarted())))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
