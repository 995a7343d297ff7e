package io.timeledger.calendar.provider.ics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcsProviderTest {
  private static final String FILE =
      Files.calendar(Files.event("UID:u", "DTSTART:20261110T090000Z", "SUMMARY:Hello"));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private HttpCaller caller;
  private IcsProvider provider;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    caller = newCaller("127.0.0.0/8");
    provider = new IcsProvider(caller, InstantSource.system());
  }

  @AfterEach
  void stop() {
    caller.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void readsAFileAndThenOnlyWhatChanged() throws ProviderException {
    answer(
        "/a.ics",
        exchange -> {
          if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            exchange.getResponseHeaders().add("Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT");
            send(exchange, 200, FILE);
          }
        });

    EventPage page = full("/a.ics");
    assertThat(page.coverage()).isEqualTo(EventPage.Coverage.FULL);
    assertThat(page.events()).extracting(event -> event.title()).containsExactly("Hello");
    EventPage again = next("/a.ics", page);
    assertThat(again.coverage()).isEqualTo(EventPage.Coverage.CHANGES);
    assertThat(again.events()).isEmpty();
    assertThat(cursor(again)).isEqualTo(cursor(page));
    assertThat(requests.get(1))
        .contains("If-none-match=[\"1\"]", "If-modified-since=[Mon, 02 Nov 2026 10:00:00 GMT]");
    assertThat(full("/a.ics").events()).hasSize(1);
  }

  @Test
  void seesThatAFileIsTheSameWithoutTheServersHelp() throws ProviderException {
    answer("/a.ics", exchange -> send(exchange, 200, FILE));

    EventPage page = full("/a.ics");

    assertThat(next("/a.ics", page).coverage()).isEqualTo(EventPage.Coverage.CHANGES);
  }

  @Test
  void readsAChangedFileAsAWhole() throws ProviderException {
    answer(
        "/a.ics", exchange -> send(exchange, 200, requests.size() == 1 ? FILE : Files.calendar()));

    EventPage page = next("/a.ics", full("/a.ics"));

    assertThat(page.coverage()).isEqualTo(EventPage.Coverage.FULL);
    assertThat(page.events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "401, AuthLost, ADDRESS_REFUSED",
    "403, AuthLost, ADDRESS_REFUSED",
    "404, Permanent, ADDRESS_GONE",
    "410, AuthLost, ADDRESS_GONE",
    "400, Permanent, ANSWER_UNEXPECTED",
    "300, Permanent, ANSWER_UNEXPECTED",
    "429, Throttled, RATE_LIMITED",
    "503, Throttled, SERVER_FAILED",
    "500, Transient, SERVER_FAILED",
    "502, Transient, SERVER_FAILED"
  })
  void namesTheFaultOfAnAnswer(int status, String kind, FaultReason reason) {
    answer("/a.ics", exchange -> send(exchange, status, "x"));

    ProviderFault fault = fault("/a.ics");

    assertThat(fault.reason()).isEqualTo(reason);
    assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void obeysRetryAfter() {
    answer(
        "/a.ics",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "120");
          send(exchange, 429, "");
        });

    assertThat(fault("/a.ics"))
        .isEqualTo(new ProviderFault.Throttled(FaultReason.RATE_LIMITED, Duration.ofMinutes(2)));
  }

  @Test
  void followsThreeRedirectsAndNoFourth() throws ProviderException {
    redirect("/1", "/2");
    redirect("/2", "3?x=1#part");
    redirect("/3", at("/a.ics"));
    redirect("/0", "/1");
    answer("/a.ics", exchange -> send(exchange, 200, FILE));

    assertThat(full("/1").events()).hasSize(1);
    assertThat(fault("/0").reason()).isEqualTo(FaultReason.TOO_MANY_REDIRECTS);
    redirect("/loop", "/loop");
    requests.clear();
    assertThat(fault("/loop").reason()).isEqualTo(FaultReason.TOO_MANY_REDIRECTS);
    assertThat(requests).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.0.0.1/a.ics, ADDRESS_BLOCKED",
    "http://169.254.169.254/latest/meta-data, ADDRESS_BLOCKED",
    "http://[::1]/a.ics, ADDRESS_BLOCKED",
    "http://[::ffff:10.0.0.1]/a.ics, ADDRESS_BLOCKED",
    "file:///etc/passwd, REDIRECT_INVALID",
    "gopher://127.0.0.1/, REDIRECT_INVALID",
    "http://anna:secret@127.0.0.1/, REDIRECT_INVALID",
    "'http://bad host/', REDIRECT_INVALID",
    "'', REDIRECT_INVALID"
  })
  void judgesEachRedirectAsItJudgedTheAddress(String target, FaultReason reason) {
    redirect("/away", target);

    // An empty target would resolve to the address itself, so it stands for a missing header here.
    FaultReason seen = target.isEmpty() ? faultWithoutLocation() : fault("/away").reason();

    assertThat(seen).isEqualTo(reason);
  }

  @Test
  void callsNoAddressWithinWithoutTheOperatorsLeave() {
    answer("/a.ics", exchange -> send(exchange, 200, FILE));
    try (HttpCaller strict = newCaller("10.9.8.7/32")) {
      IcsProvider guarded = new IcsProvider(strict, InstantSource.system());
      ProviderException thrown =
          catchThrowableOfType(
              ProviderException.class,
              () ->
                  guarded.full(
                      access(at("/a.ics")), IcsProvider.CALENDAR, Files.NOVEMBER, Files.ANNA));

      assertThat(thrown.fault().reason()).isEqualTo(FaultReason.ADDRESS_BLOCKED);
      assertThat(requests).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://example.com/a.ics",
    "mailto:anna@example.com",
    "/a.ics",
    "https:///a.ics",
    "https://anna:secret@example.com/a.ics"
  })
  void refusesWhatIsNoAddressOfAFile(String address) {
    ProviderException thrown =
        catchThrowableOfType(
            ProviderException.class,
            () -> provider.full(access(address), IcsProvider.CALENDAR, Files.NOVEMBER, Files.ANNA));

    assertThat(thrown.fault()).isEqualTo(new ProviderFault.Permanent(FaultReason.ADDRESS_INVALID));
  }

  @Test
  void takesWebcalForHttps() throws ProviderException {
    assertThat(FileAddress.of(URI.create("webcal://Example.com/a%20b.ics?k=v#x")))
        .isEqualTo(URI.create("https://Example.com/a%20b.ics?k=v"));
  }

  @Test
  void stopsReadingAtTheLimit() {
    answer(
        "/a.ics",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = "BEGIN:VCALENDAR\r\n".repeat(4096).getBytes(UTF_8);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 10_000; i++) {
              out.write(block);
            }
          }
        });

    assertThat(fault("/a.ics")).isEqualTo(new ProviderFault.Permanent(FaultReason.TOO_LARGE));
  }

  @Test
  void saysThatNobodyAnswers() {
    server.stop(0);

    assertThat(fault("/a.ics").reason()).isEqualTo(FaultReason.NOT_REACHABLE);
  }

  @Test
  void keepsTheAddressOutOfItsWords() {
    Access access = access("https://example.com/secret-token.ics");

    assertThat(access.toString()).doesNotContain("secret");
    assertThat(fault("/none").toString()).doesNotContain("127.0.0.1");
  }

  @Test
  void readsBackItsCursors() {
    for (Validators validators :
        List.of(
            Validators.NONE,
            new Validators("W/\"a b\"", null, null),
            new Validators("\"e\"", "Mon, 02 Nov 2026 10:00:00 GMT", "ff"))) {
      assertThat(Validators.of(validators.cursor())).isEqualTo(validators);
    }
    assertThat(Validators.of(new EventCursor("something else\nentirely\n"))).isNotNull();
    assertThat(new Validators("a\nb", "x".repeat(5_000), null)).isEqualTo(Validators.NONE);
  }

  private FaultReason faultWithoutLocation() {
    answer("/nowhere", exchange -> exchange.sendResponseHeaders(302, -1));
    return fault("/nowhere").reason();
  }

  private EventPage full(String path) throws ProviderException {
    return provider.full(access(at(path)), IcsProvider.CALENDAR, Files.NOVEMBER, Files.ANNA);
  }

  private EventPage next(String path, EventPage before) throws ProviderException {
    return provider.next(
        access(at(path)), IcsProvider.CALENDAR, Files.NOVEMBER, Files.ANNA, cursor(before));
  }

  private static EventCursor cursor(EventPage page) {
    return ((PageEnd.End) page.end()).cursor();
  }

  private ProviderFault fault(String path) {
    return catchThrowableOfType(ProviderException.class, () -> full(path)).fault();
  }

  private static Access access(String url) {
    return new Access.IcsAddress(URI.create(url));
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void redirect(String path, String target) {
    answer(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", target);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  private void answer(String path, Answering answering) {
    server.createContext(
        path,
        exchange -> {
          requests.add(path + " " + Map.copyOf(exchange.getRequestHeaders()));
          try (exchange) {
            answering.answer(exchange);
          }
        });
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static HttpCaller newCaller(String allowed) {
    return new HttpCaller(
        new AddressGuard(List.of(allowed)), NameResolver.system(), Duration.ofSeconds(30));
  }

  private interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }
}
