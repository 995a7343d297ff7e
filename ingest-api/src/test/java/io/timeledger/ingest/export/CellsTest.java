package io.timeledger.ingest.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {

  @Test
  void disarmsWhatASpreadsheetWouldTakeForAFormula() {
    assertThat(
            Cells.of(
                Json.MAPPER.readTree(
                    """
                    {"a": "=1+1", "b": "+1", "c": "-1", "d": "@x", "e": "\\t=1", "f": "a=1",
                     "g": ["=x", "y"], "h": -1.50, "i": null, "j": true}
                    """),
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "none"),
                '.'))
        .containsExactly(
            "'=1+1", "'+1", "'-1", "'@x", "'\t=1", "a=1", "'=x, y", "-1.50", "", "true", "");
  }

  @Test
  void tellsElementsOfAListApart() {
    assertThat(
            Cells.of(
                Json.MAPPER.readTree(
                    """
                    {"a": ["a, b"], "b": ["a", "b"], "c": ["5\\\" disk", " x", "y ", ""],
                     "d": ["=1, 2"], "e": [], "f": "'=1", "g": "'tis", "h": ["a\\nb"], "i": -1.50}
                    """),
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"),
                ','))
        .containsExactly(
            "\"a, b\"",
            "a, b",
            "\"5\"\" disk\", \" x\", \"y \", \"\"",
            "\"=1, 2\"",
            "",
            "''=1",
            "'tis",
            "a\nb",
            "-1,50");
  }
}
