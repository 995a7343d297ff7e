package io.timeledger.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExternalIdsTest {

  @Test
  void equalRowsOfOneFileHaveDifferentIdsThatStayTheSame() {
    List<String> row = List.of("a", "b");
    ExternalIds file = new ExternalIds();
    ExternalIds sameFile = new ExternalIds();

    List<String> first = List.of(file.of(row), file.of(List.of("c")), file.of(row));
    List<String> second = List.of(sameFile.of(row), sameFile.of(List.of("c")), sameFile.of(row));

    assertThat(first).isEqualTo(second).doesNotHaveDuplicates();
    assertThat(first).allMatch(id -> id.matches("[0-9a-f]{40}"));
  }

  @Test
  void fieldsAreKeptApart() {
    assertThat(new ExternalIds().of(List.of("ab", "c")))
        .isNotEqualTo(new ExternalIds().of(List.of("a", "bc")));
  }
}
