package io.timeledger.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

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

  record Note(@Nullable String text) {}
}
