package io.timeledger.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\": 1}", "{\"text\": 1.5}", "{\"text\": true}"})
  void takesNoNumberAndNoTruthForText(String json) {
    assertThatThrownBy(() -> Json.STRICT.readValue(json, Note.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void takesTextAndNothingForText() {
    assertThat(Json.STRICT.readValue("{\"text\": \"1\"}", Note.class).text()).isEqualTo("1");
    assertThat(Json.STRICT.readValue("{\"text\": null}", Note.class).text()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"600", "600.0", "6e2", "0.6E3", "600.000000", "6000000e-4"})
  void takesANumberWithoutAFractionForAnInteger(String number) {
    assertThat(count(number)).isEqualTo(new Count(600, 600L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "600.5",
        "1e-1",
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "9223372036854775808",
        "2147483648",
        "\"600\"",
        "true",
        "[600]"
      })
  void takesNoOtherNumberForAnInteger(String number) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThatThrownBy(() -> count(number)).isInstanceOf(BrokenRuleException.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "2024-02-29", "9999-12-31"})
  void takesADay(String day) {
    assertThat(Json.STRICT.convertValue(day, LocalDate.class)).isEqualTo(LocalDate.parse(day));
    assertThat(Json.QUERY.convertValue(day, LocalDate.class)).isEqualTo(LocalDate.parse(day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-06-08T22:00:00.000Z",
        "2026-06-08T00:00:00",
        "2026-06-08Z",
        "2026-06-08+02:00",
        "20260608",
        "2026-6-8",
        "08.06.2026",
        "2026-W24-1",
        "2026-159",
        "+12026-06-08",
        "-0001-06-08",
        "0000-06-08",
        "2026-02-30",
        "2025-02-29",
        "2026-06-31",
        "2026-00-01",
        " 2026-06-08",
        "2026-06-08 ",
        "",
        "२०२६-०६-०८"
      })
  void takesNothingElseForADay(String text) {
    assertThatThrownBy(() -> Json.STRICT.convertValue(text, LocalDate.class))
        .isInstanceOf(BrokenRuleException.class);
    assertThatThrownBy(() -> Json.QUERY.convertValue(text, LocalDate.class))
        .isInstanceOf(BrokenRuleException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2026,6,8]", "20612", "1780000000000", "true", "{}"})
  void takesNoOtherValueForATime(String json) {
    for (JsonMapper mapper : List.of(Json.STRICT, Json.QUERY)) {
      assertThatThrownBy(() -> mapper.readValue(json, LocalDate.class))
          .isInstanceOf(BrokenRuleException.class);
      assertThatThrownBy(() -> mapper.readValue(json, Instant.class))
          .isInstanceOf(BrokenRuleException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-06-08T10:00:00+02:00", "2026-06-08T10:00:00+0200", "2026-06-08T10:00:00+02",
        "2026-06-08T08:00:00Z", "2026-06-08t08:00:00z", "2026-06-08T08:00Z",
        "2026-06-08T10:00:00.000+0200", "2026-06-08T02:30:00.0000000000001-0530"
      })
  void takesAnInstantWithAnOffset(String text) {
    Instant eight = Instant.parse("2026-06-08T08:00:00Z");
    assertThat(Json.STRICT.convertValue(text, Instant.class)).isEqualTo(eight);
    assertThat(Json.QUERY.convertValue(text, Instant.class)).isEqualTo(eight);
    assertThat(Json.QUERY.convertValue(text.replace('+', ' '), Instant.class)).isEqualTo(eight);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1780000000000",
        "2026-06-08",
        "2026-06-08T10:00:00",
        "2026-06-08 10:00:00Z",
        "2026-06-08T24:00:00Z",
        "2026-06-08T10:00:00+2",
        "2026-06-08T10:00:00+19:00",
        "2026-06-08T10:00:00+02:00[Europe/Berlin]",
        "2026-06-08T10:00:00 CEST",
        "+12026-06-08T10:00:00Z",
        "0000-06-08T10:00:00Z",
        "2026-02-30T10:00:00Z",
        "2026-06-08T10:00:00,5Z",
        "2026-06-08T10Z",
        "20260608T100000Z",
        "now",
        ""
      })
  void takesNothingElseForAnInstant(String text) {
    assertThatThrownBy(() -> Json.STRICT.convertValue(text, Instant.class))
        .isInstanceOf(BrokenRuleException.class);
    assertThatThrownBy(() -> Json.QUERY.convertValue(text, Instant.class))
        .isInstanceOf(BrokenRuleException.class);
  }

  @Test
  void takesNoLostPlusInABody() {
    assertThatThrownBy(() -> Json.STRICT.convertValue("2026-06-08T10:00:00 02:00", Instant.class))
        .isInstanceOf(BrokenRuleException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void takesNoIdThatNoPathReaches(String text) {
    assertThatThrownBy(() -> Json.STRICT.convertValue(text, ClientId.class))
        .isInstanceOf(BrokenRuleException.class);
    assertThatThrownBy(() -> Json.QUERY.convertValue(text, ClientId.class))
        .isInstanceOf(BrokenRuleException.class);
    assertThat(Json.STRICT.convertValue(text + "a", ClientId.class).value()).isEqualTo(text + "a");
    // It may be on the log.
    assertThat(Json.MAPPER.convertValue(text, ClientId.class).value()).isEqualTo(text);
  }

  private static Count count(String number) {
    return Json.STRICT.treeToValue(
        Json.STRICT.readTree("{\"some\": %s, \"many\": %s}".formatted(number, number)),
        Count.class);
  }

  record Count(@Nullable Integer some, @Nullable Long many) {}

  record Note(@Nullable String text) {}
}
