package io.timeledger.bench.report;

import io.timeledger.bench.BenchPlatform;
import java.util.List;

/// A report, and the equivalent aggregate over entries.
record ReportQuery(String name, String path, String plain) {
  private static final String COUNTING =
      " from projection_1.time_entry where workspace_id = '%s' and deleted_at is null and status <> 'running'"
          .formatted(BenchPlatform.WORKSPACE);
  private static final String SUMS =
      """
      count(*), sum(rounded_seconds), sum(duration_seconds),
      sum(rounded_seconds) filter (where billable),
      sum(rounded_seconds) filter (where status = 'approved'),
      sum(rounded_seconds) filter (where status = 'approved' and billable),
      sum(rounded_seconds) filter (where invoice_line_id is not null),
      sum(rounded_seconds * hourly_rate) filter (where billable),
      sum(rounded_seconds * hourly_rate) filter (where billable and status = 'approved'),
      sum(rounded_seconds * cost_rate)
      """;

  static List<ReportQuery> all() {
    return List.of(
        new ReportQuery(
            "summary, 3 years",
            "/summary",
            "select currency, " + SUMS + COUNTING + " group by currency"),
        new ReportQuery(
            "summary of a project, a quarter",
            "/summary?project_id=p_7&from=2024-04-01&to=2024-06-30",
            "select currency, "
                + SUMS
                + COUNTING
                + " and project_id = 'p_7' and log_date between '2024-04-01' and '2024-06-30'"
                + " group by currency"),
        new ReportQuery(
            "rollups by member and week, a quarter",
            "/rollups?dimension=user&bucket=week&limit=500&from=2024-04-01&to=2024-06-30",
            "select date_trunc('week', log_date), user_id, currency, "
                + SUMS
                + COUNTING
                + " and log_date between '2024-04-01' and '2024-06-30'"
                + " group by 1, 2, 3 order by 1 desc, 2 desc limit 500"),
        new ReportQuery(
            "utilization of 200 members, a month",
            "/utilization?limit=200&from=2024-05-01&to=2024-05-31",
            "select user_id, "
                + SUMS
                + COUNTING
                + " and log_date between '2024-05-01' and '2024-05-31' group by user_id"),
        new ReportQuery(
            "profitability of 100 projects, a year",
            "/profitability?limit=100&from=2024-01-01&to=2024-12-31",
            "select project_id, currency, "
                + SUMS
                + COUNTING
                + " and log_date between '2024-01-01' and '2024-12-31'"
                + " group by project_id, currency"),
        new ReportQuery(
            "estimate of 50 projects, 3 years",
            "/estimate-vs-actual?limit=50",
            "select project_id, " + SUMS + COUNTING + " group by project_id"));
  }
}
