package io.timeledger.local;

import java.time.Duration;
import java.util.Locale;

/// The start message: addresses and first things to try, as lines that can be pasted.
record Welcome(
    LocalEnvironment connection,
    ConsoleLinks console,
    DataFolder data,
    boolean rateLimits,
    Duration took) {

  String text() {
    String url = connection.get("TIMELEDGER_URL");
    String member = connection.get("TIMELEDGER_MEMBER_TOKEN");
    return """

        Timeledger is ready (%s s).

          Console       %s/console
            as Olivia, owner     %s
            as Max, member       %s
                        (each link works once, within 12 hours; another one:
                        deploy/local/console [--as max] [--open])
          REST API      %s
          admin token   %s
          member token  %s
                        (%s)
          Kafka         %s (settings of clients in %s)
          PostgreSQL    %s (user %s)
          BI tools      %s
          calendar      %s (any program may edit %s)
          calendar twin %s (stands in for Google and Microsoft)
          webhooks      may be sent to this machine (127.0.0.1), as nowhere else
          variables     . %s
          log           %s

        Try:

        %s
        %s
        %s

        Ctrl-C stops it, the data stays.
        """
        .formatted(
            String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0),
            url,
            console.owner(),
            console.member(),
            url,
            connection.get("TIMELEDGER_TOKEN"),
            member,
            rateLimits ? "rate limits apply" : "no rate limit applies to these two",
            connection.get("KAFKA_BOOTSTRAP"),
            connection.get("KAFKA_PROPERTIES"),
            connection.get("JDBC_URL"),
            connection.get("JDBC_USER"),
            connection.get("BI_DATABASE_URL"),
            connection.get("CALENDAR_URL"),
            data.calendar(),
            connection.get("CALENDAR_TWIN"),
            data.environment(),
            data.log(),
            curl(member, url + "/api/v1/time-entries", ENTRY),
            curl(member, url + "/api/v1/time-entries?from=2026-06-01&to=2026-06-30", ""),
            curl(member, url + "/api/v1/time/reports/summary?from=2026-06-01&to=2026-06-30", ""));
  }

  private static final String ENTRY =
      " -H 'Content-Type: application/json' -d '{\"entity_type\":\"internal\","
          + "\"project_id\":\"website\",\"description\":\"First steps\","
          + "\"started_at\":\"2026-06-01T09:00:00+02:00\","
          + "\"ended_at\":\"2026-06-01T10:30:00+02:00\"}'";

  private static String curl(String token, String url, String rest) {
    return "curl -s '%s' -H 'Authorization: Bearer %s'%s".formatted(url, token, rest);
  }
}
