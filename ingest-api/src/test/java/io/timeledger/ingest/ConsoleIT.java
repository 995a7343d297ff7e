package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConsoleIT {
  private static final Pattern NONCE = Pattern.compile("'nonce-([\\w-]{22})'");
  private final ApiClient browser = RunningPlatform.shared().client();

  @Test
  void isAtEveryAddressBelowConsoleWhateverItsParameters() {
    Answer page = browser.get("/console/timer?view=calendar&week=2026-06-08");

    assertThat(page.header("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.header("Cache-Control")).contains("no-cache");
    assertThat(page.body()).contains("<title>Timeledger</title>");
    assertThat(browser.get("/console").body()).contains("<title>Timeledger</title>");
  }

  @Test
  void allowsNothingButItsOwnScriptsAndStylesWithTheNonceOfThisAnswer() {
    Answer first = browser.get("/console");
    Answer second = browser.get("/console");

    assertThat(policy(first))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
        .contains("frame-ancestors 'none'");
    assertThat(nonce(first)).isNotEqualTo(nonce(second));
    assertThat(first.body()).doesNotContain("{{nonce}}");
    if (first.status() == 200) {
      assertThat(first.body()).contains(nonce(first));
    }
    assertThat(first.header("Referrer-Policy")).contains("no-referrer");
    assertThat(first.header("Cross-Origin-Opener-Policy")).contains("same-origin");
  }

  @Test
  void refusesToWriteAndKnowsNoOtherAssets() {
    assertThat(browser.post("/console", "{}").status()).isEqualTo(405);
    assertThat(browser.get("/console/assets/absent.js").status()).isEqualTo(404);
    assertThat(browser.get("/console/assets/../index.html").status()).isIn(400, 404);
    assertThat(browser.get("/consoles").status()).isEqualTo(404);
  }

  private static String policy(Answer answer) {
    return answer.header("Content-Security-Policy").orElseThrow();
  }

  private static String nonce(Answer answer) {
    Matcher nonce = NONCE.matcher(policy(answer));
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }
}
