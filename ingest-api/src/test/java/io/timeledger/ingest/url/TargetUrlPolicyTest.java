package io.timeledger.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlPolicyTest {
  private final TargetUrlPolicy strict = rules(List.of(), List.of());
  private final TargetUrlPolicy local =
      rules(List.of("hooks", "hooks.corp"), List.of("127.0.0.0/8"));

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
        "https://xn--strae-oqa.example/",
        "https://xn--fiqs8s.xn--fiqs8s/",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://xn--ls8h.example/",
        "https://XN--BCHER-KVA.example/",
        "https://b\u00fccher.example.com/",
        "https://\u4f8b\u3048\u3002\u30c6\u30b9\u30c8/",
        "https://example.com/?a%5B%5D=b",
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
        "https://\uff11\uff12\uff17.0.0.1/",
        "https://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3/",
        "https://a\uff0fb.example.com/",
        "https://a\u3002\u3002example.com/",
        "https://xn--a.example/",
        "https://xn--.example/",
        "https://xn--example-.example/",
        "https://xn--99999999.example/",
        "https://xn--bcher-kvb-kva.example/",
        "https://\u2460\u2461\u2466.0.0.1/"
      })
  void refusesWhatMightLeadInside(String url) {
    assertThat(strict.faultOf(url)).as(url).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://my_host.example.com/ | underscore",
        "https://-a.example.com/      | hyphen",
        "https://a..example.com/      | empty part",
        "https://ex%41mple.com/       | character that names of hosts cannot have",
        "https://a\uff0fb.example.com/ | UTS 46",
        "https://example/             | not a public name",
        "https://printer.local/       | internal name",
        "https://8.8.8.8/             | bare address",
        "https://u:p@example.com/     | custom_headers",
        "https://example.com/#part    | fragment",
        "https://example.com:x/       | Expected a port",
        "https://example.com:99999/   | Expected a port",
        "https://example.com:5601/    | Port 5601 is not called",
        "https://example.com:10255/   | Port 10255 is not called",
        "https://example.com/a b      | space",
        "https://example.com/\u00e4   | Write %C3%A4 instead of \u00e4",
        "https://example.com/{id}     | Write %7B instead of {",
        "https://example.com/50%      | two hexadecimal digits",
        "ftp://example.com/           | Expected https.",
        "example.com/hook             | Expected https://host/path."
      })
  void saysWhatIsWrong(String url, String words) {
    assertThat(strict.faultOf(url)).get(STRING).contains(words);
  }

  @Test
  void keepsAndCallsAnInternationalizedHostInItsAsciiForm() {
    assertThat(kept("https://B\u00fccher.example:8443/h?q=%C3%BC"))
        .isEqualTo("https://xn--bcher-kva.example:8443/h?q=%C3%BC");
    assertThat(kept("https://bu\u0308cher.example/")).isEqualTo("https://xn--bcher-kva.example/");
    assertThat(kept("https://stra\u00dfe.example/")).isEqualTo("https://xn--strae-oqa.example/");
    assertThat(kept("https://STRASSE.example/")).isEqualTo("https://STRASSE.example/");
    assertThat(rules(List.of("b\u00fccher"), List.of()).faultOf("http://b\u00fccher:80/"))
        .isEmpty();
  }

  private static String kept(String url) {
    return ((TargetUrl.Valid) TargetUrl.of(url)).text();
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

  private static TargetUrlPolicy rules(List<String> hosts, List<String> networks) {
    return new TargetUrlPolicy(hosts, networks);
  }
}
