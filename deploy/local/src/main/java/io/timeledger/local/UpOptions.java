package io.timeledger.local;

import io.timeledger.cli.PortNumber;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of `deploy/local/up`.
@Command(
    name = "deploy/local/up",
    description = {
      "",
      "Starts the whole platform on this machine: a Kafka broker, a PostgreSQL server, the services"
          + " and a stand-in for the calendars of Google and Microsoft, all listening on 127.0.0.1"
          + " only. Builds what is not built yet. Ctrl-C stops it; the data stays for the next"
          + " start.",
      ""
    },
    footer = {
      "",
      "Variables of the environment configure the services as in deploy/README.md, but for what up"
          + " sets by itself: addresses, folders, keys, partitions, networks of webhooks. It says"
          + " which have no effect.",
      "",
      "The web console keeps a session in the cookie tl-PORT. Cookies ignore ports, so other servers"
          + " of this machine get it too.",
      "",
      "When ready it prints addresses and tokens, and writes them to DIR/local.env for the shell:",
      "  . deploy/local/data/local.env"
    })
interface UpOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      converter = PortNumber.class,
      description = "port of the REST API; 0 picks a free one")
  int port();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = DataFolder.DEFAULT,
      description = "where the data lives")
  Path data();

  @Option(names = "--fresh", description = "delete the data first")
  boolean fresh();

  @Option(
      names = "--rate-limits",
      description =
          "limit requests as elsewhere (default: no limits); TIMELEDGER_RATELIMIT_* say how")
  boolean rateLimits();

  @Option(
      names = "--google-client",
      paramLabel = "ID",
      description =
          "connect calendars at Google itself by this OAuth client, whose secret is in"
              + " GOOGLE_CLIENT_SECRET (default: at the stand-in)")
  @Nullable String googleClient();
}
