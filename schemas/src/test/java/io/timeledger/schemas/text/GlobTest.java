package io.timeledger.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "'call*','Call with Ann',true",
    "'*call*','a recall of it',true",
    "'call','recall',false",
    "'*','',true",
    "'','x',false",
    "'?','',false",
    "'a?c','abc',true",
    "'a?c','ac',false",
    "'*.*','a.b',true",
    "'(a+)+','(a+)+',true",
    "'*a*b','aab',true",
    "'*a*b','aba',false",
    "'ÜBER*','überall',true",
    "'caf\u00E9*','cafe\u0301 au lait',true",
    "'cafe\u0301*','caf\u00E9 au lait',true",
    "'a?c','a\u00E9c',true",
    "'a?c','ae\u0301c',true",
    "'a?c','a\uD83D\uDE00c',true",
    "'stra?e','Straße',true",
    "'ΟΔΟΣ','οδος',true"
  })
  void matchesTheWholeText(String pattern, String text, boolean expected) {
    assertThat(Glob.matches(pattern, text)).isEqualTo(expected);
  }

  @Test
  void cannotBeMadeToWalkForEver() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(Glob.matches("*a".repeat(100) + "b", "a".repeat(2_000))).isFalse());
  }
}
