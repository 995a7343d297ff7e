package io.timeledger.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.IngestProperties;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRulesTest {
  private final TargetRules strict = rules(List.of(), List.of());
  private final TargetRules local = rules(List.of("hooks", "hooks.corp"), List.of("127.0.0.0/8"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://example.com/hook?a=b",
        "HTTPS://Example.COM./hook",
        "https://example.com:443/",
        "https://example.com:8443/",
        "https://hooks.slack.com/services/T000/B000/XXXX",
        "https://hooks.zapier.com/hooks/standard/1/abc/",
        "https://xn--mnchen-3ya.de/",
        "https://a.b-c.example.museum/",
        "https://1password.com/"
      })
  void takesPublicHosts(String url) {
    assertThat(strict.faultOf(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "//example.com/",
        "http://example.com/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "https:example.com",
        "https://",
        "https:///etc",
        "https://user@example.com/",
        "https://user:password@example.com/",
        "https://example.com@127.0.0.1/",
        "https://example.com/#fragment",
        "https://example.com\\@127.0.0.1/",
        "https://exa mple.com/",
        "https://example.com/\r\nHost: other",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://0/",
        "https://0.0.0.0/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://017700000001/",
        "https://127.0.0.1./",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://100.64.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://8.8.8.8/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[fd00::1]/",
        "https://[fe80::1]/",
        "https://[fe80::1%25eth0]/",
        "https://[2001:4860:4860::8888]/",
        "https://localhost/",
        "https://LOCALHOST/",
        "https://localhost./",
        "https://a.localhost/",
        "https://intranet/",
        "https://printer.local/",
        "https://metadata.google.internal/",
        "https://db.corp/",
        "https://1.0.0.127.in-addr.arpa/",
        "https://facebookcorewwwi.onion/",
        "https://example.com:22/",
        "https://example.com:80/",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://example.com:5432/",
        "https://example.com:6379/",
        "https://example.com:9092/",
        "https://-example.com/",
        "https://example..com/",
        "https://m\u00fcnchen.de/",
        "https://\u2460\u2461\u2466.0.0.1/"
      })
  void refusesWhatMightLeadInside(String url) {
    assertThat(strict.faultOf(url)).as(url).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9000/hook",
        "http://localhost:80/",
        "https://127.0.0.7/",
        "http://hooks:5432/",
        "http://HOOKS.corp/"
      })
  void takesWhatTheOperatorAllows(String url) {
    assertThat(strict.faultOf(url)).isPresent();
    assertThat(local.faultOf(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://other.corp/",
        "http://example.com/",
        "http://user@127.0.0.1/",
        "ftp://127.0.0.1/"
      })
  void allowsNothingElse(String url) {
    assertThat(local.faultOf(url)).isPresent();
  }

  private static TargetRules rules(List<String> hosts, List<String> networks) {
    return new TargetRules(
        new IngestProperties(
            new IngestProperties.Kafka(""),
            1,
            null,
            List.of(),
            List.of(),
            Duration.ofMinutes(1),
            new IngestProperties.Secrets(List.of(), null),
            new IngestProperties.Webhooks(hosts, networks),
            Duration.ZERO));
  }
}
