package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.embedded.RolePasswords;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {
  private static final int PORT = 8080;
  private static final String ADDRESS_KEY = "timeledger.calendar.address-key";
  private static final String TWIN = "http://127.0.0.1:18090";

  private final CalendarClients clients = new CalendarClients(URI.create(TWIN), Optional.empty());

  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws Exception {
    Files.createDirectories(folder.resolve("postgres"));
  }

  @Test
  void limitNeitherTheUserNorTheStandInForTheProviders() {
    assertThat(api(false))
        .containsEntry("timeledger.rate-limit.reads-per-minute", "0")
        .containsEntry("timeledger.rate-limit.writes-per-minute", "0")
        .containsEntry("timeledger.rate-limit.refusals-per-minute", "0")
        .containsEntry("timeledger.rate-limit.pushes-per-minute", "0");
    assertThat(api(true).keySet()).noneMatch(name -> name.contains("rate-limit"));
  }

  @Test
  void hashAddressesByOneKey() {
    Map<String, String> connector = services(false).calendarConnector(PORT, clients).settings();

    assertThat(api(false).get(ADDRESS_KEY)).isNotBlank().isEqualTo(connector.get(ADDRESS_KEY));
  }

  private Map<String, String> api(boolean rateLimits) {
    return services(rateLimits).ingestApi(PORT, "operator", clients).settings();
  }

  private Services services(boolean rateLimits) {
    DataFolder data = new DataFolder(folder);
    Servers servers =
        new Servers(
            "127.0.0.1:9092",
            "jdbc:postgresql://127.0.0.1:5432/timeledger",
            "postgres",
            "secret",
            new RolePasswords(data.postgres()));
    return new Services(servers, data, rateLimits);
  }
}
