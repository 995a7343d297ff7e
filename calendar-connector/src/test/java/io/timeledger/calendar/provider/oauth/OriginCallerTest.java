package io.timeledger.calendar.provider.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.egress.CallOutcome;
import io.timeledger.egress.HttpCall;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OriginCallerTest {
  private final OriginCaller caller =
      new OriginCaller(
          List.of(URI.create("https://login.example/token"), URI.create("http://127.0.0.1:7/v1")),
          host -> {
            throw new UnknownHostException(host);
          },
          Duration.ofSeconds(5));

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void callsItsOriginsHoweverTheyAreWritten() {
    for (String url : List.of("https://login.example/v2", "https://LOGIN.example:443/token")) {
      assertThat(caller.exchange(get(url)).outcome()).isEqualTo(CallOutcome.DNS);
    }
  }

  @Test
  void callsNoOthers() {
    for (String url :
        List.of(
            "https://login.example:8443/token",
            "http://login.example/token",
            "https://login.example.evil/token",
            "http://127.0.0.1/v1")) {
      assertThatThrownBy(() -> caller.exchange(get(url)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected: one of");
    }
  }

  private static HttpCall get(String url) {
    return HttpCall.get(URI.create(url), Map.of(), Duration.ofSeconds(5), 1_000);
  }
}
