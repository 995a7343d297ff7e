package io.timeledger.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.reply.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void comesBackAsItWent() {
    Cursor cursor = new Cursor("Ünïcode|\"", "te_1");

    assertThat(Cursor.decode(cursor.encode("list"), "list")).isEqualTo(cursor);
  }

  @Test
  void isGoodForItsOwnListAlone() {
    String cursor = new Cursor("2026-04-29", "te_1").encode("list");

    refuses(cursor, "other list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!", "bnVsbA", "W10", "WzEsMiwzXQ", "eyJhIjoxfQ", "WyJhIl0"})
  void refusesWhatItNeverGave(String cursor) {
    refuses(cursor, "list");
  }

  private static void refuses(String cursor, String list) {
    assertThatThrownBy(() -> Cursor.decode(cursor, list))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.INVALID_CURSOR));
  }
}
