package io.timeledger.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.timeledger.runtime.ImmutableBytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCallerTest {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private HttpCaller caller;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/echo", this::echo);
    server.createContext("/away", exchange -> redirect(exchange, "/echo"));
    server.createContext("/never", exchange -> hang());
    server.start();
    caller = newCaller(List.of("127.0.0.0/8"));
  }

  @AfterEach
  void stop() {
    over.countDown();
    caller.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void sendsWhatItIsGivenAndKeepsAsMuchOfTheAnswerAsItIsAsked() {
    HttpCall call =
        HttpCall.post(
            at("/echo"),
            Map.of("X-Word", "hello"),
            ImmutableBytes.of("body".getBytes(UTF_8)),
            DEADLINE,
            8);

    io.timeledger.egress.HttpExchange exchange = caller.exchange(call);

    assertThat(exchange.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(exchange.statusCode()).isEqualTo(200);
    assertThat(new String(exchange.body().bytes().array(), UTF_8)).isEqualTo("POST hel");
    assertThat(exchange.body().truncated()).isTrue();
  }

  @Test
  void getsWithoutABodyAndFollowsNoRedirect() {
    assertThat(bodyOf(HttpCall.get(at("/echo"), Map.of(), DEADLINE, 1000))).isEqualTo("GET null ");

    io.timeledger.egress.HttpExchange away =
        caller.exchange(HttpCall.get(at("/away"), Map.of(), DEADLINE, 1000));

    assertThat(away.statusCode()).isEqualTo(302);
    assertThat(away.header("location")).contains("/echo");
  }

  @Test
  void endsAtItsDeadline() {
    io.timeledger.egress.HttpExchange exchange =
        caller.exchange(HttpCall.get(at("/never"), Map.of(), Duration.ofMillis(200), 1));

    assertThat(exchange.outcome()).isEqualTo(CallOutcome.TIMEOUT);
    assertThat(exchange.statusCode()).isNull();
    assertThat(exchange.timings().total()).isLessThan(DEADLINE);
  }

  @Test
  void dialsNothingThatIsNotPublicUnlessTheOperatorAllowsIt() {
    try (HttpCaller guarded = newCaller(List.of())) {
      io.timeledger.egress.HttpExchange exchange =
          guarded.exchange(HttpCall.get(at("/echo"), Map.of(), DEADLINE, 1000));

      assertThat(exchange.outcome()).isEqualTo(CallOutcome.BLOCKED_ADDRESS);
      assertThat(exchange.remoteIp()).isNull();
    }
  }

  private static HttpCaller newCaller(List<String> allowed) {
    return new HttpCaller(new AddressGuard(allowed), NameResolver.system(), DEADLINE);
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private String bodyOf(HttpCall call) {
    return new String(caller.exchange(call).body().bytes().array(), UTF_8);
  }

  private void echo(HttpExchange exchange) throws IOException {
    String word = exchange.getRequestHeaders().getFirst("X-Word");
    String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    byte[] answer = "%s %s %s".formatted(exchange.getRequestMethod(), word, sent).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void hang() throws IOException {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
