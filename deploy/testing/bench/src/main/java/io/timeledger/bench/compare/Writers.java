package io.timeledger.bench.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.bench.load.HttpPost;
import io.timeledger.bench.load.LoadRequest;
import io.timeledger.bench.load.LoadResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Members who write distinct entries over HTTP, in turn, each on half a year of days.
///
/// @param meaning what an answer guarantees
/// @param system its processes
record Writers(
    String name,
    String meaning,
    URI url,
    List<BenchAccount> accounts,
    HttpPost http,
    Supplier<Stream<ProcessHandle>> system,
    AtomicInteger written)
    implements SystemUnderTest {
  private static final String ENTRIES = "/api/v1/time-entries";
  private static final String ID = "\"id\":\"";
  private static final int DAYS = 180;
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

  /// An answer and its account.
  record Written(BenchAccount account, HttpResponse<byte[]> response) {
    boolean isCreated() {
      return response.statusCode() == 201;
    }

    /// The id of the first resource.
    String id() {
      return ids(new String(response.body(), UTF_8)).getFirst();
    }
  }

  @Override
  public Stream<ProcessHandle> processes() {
    return system.get();
  }

  @Override
  public LoadRequest single() {
    return _ -> {
      Written written = write();
      return written.isCreated() ? LoadResponse.of(List.of(written.id())) : LoadResponse.REFUSED;
    };
  }

  /// Writes one entry of the next account.
  Written write() throws IOException, InterruptedException {
    int number = written.getAndIncrement();
    BenchAccount account = accounts.get(number % accounts.size());
    return new Written(
        account, http.send(url.resolve(ENTRIES), account.token(), "key-" + number, entry(number)));
  }

  /// Several entries of one member in one request.
  LoadRequest batch(int items) {
    return _ -> {
      int first = written.getAndAdd(items);
      BenchAccount account = accounts.get(first / items % accounts.size());
      String body =
          IntStream.range(first, first + items)
              .mapToObj(number -> "{\"action\":\"create\",\"entry\":" + entry(number) + "}")
              .collect(Collectors.joining(",", "{\"items\":[", "]}"));
      HttpResponse<byte[]> response =
          http.send(url.resolve(ENTRIES + "/batch"), account.token(), "batch-" + first, body);
      List<String> ids = ids(new String(response.body(), UTF_8));
      return ids.size() == items ? LoadResponse.of(ids) : LoadResponse.REFUSED;
    };
  }

  private String entry(int number) {
    return """
    {"log_date":"%s","hours":0.25,"project_id":"p_%d","description":"Checkout page, change %d",\
    "billable":%s}"""
        .formatted(
            LAST_DAY.minusDays(number / accounts.size() % DAYS),
            number % 7,
            number,
            number % 3 != 0);
  }

  private static List<String> ids(String json) {
    List<String> ids = new ArrayList<>();
    for (int at = json.indexOf(ID); at >= 0; at = json.indexOf(ID, at + 1)) {
      int start = at + ID.length();
      ids.add(json.substring(start, json.indexOf('"', start)));
    }
    return ids;
  }
}
