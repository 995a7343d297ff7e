package io.timeledger.ingest.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x, https://a.example/x",
    "https://a.example, https://a.example",
    "https://a.example?token=1, https://a.example",
    "http://a.example:8080/x|y?token=1#part, http://a.example:8080/x|y",
    "HTTPS://me:secret@a.example/x#?@, HTTPS://a.example/x",
    "https://a@b:secret@c.example/, https://c.example/",
    "https://a.example/x@y, https://a.example/x@y"
  })
  void keepsHostAndPathAlone(String url, String bare) {
    assertThat(BareUrl.of(url)).contains(bare);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.example", "https://", "file:///etc/passwd", "javascript:alert(1)"})
  void knowsWhatIsNoPage(String url) {
    assertThat(BareUrl.of(url)).isEmpty();
  }
}
