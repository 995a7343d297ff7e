package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// Who tried what, and what came of it.
final class DoorTable {
  private record Row(String user, String what, String expected, String answer) {}

  private final List<Row> rows = new ArrayList<>();

  void add(String user, String what, String expected, String answer) {
    rows.add(new Row(user, what, expected, answer));
  }

  void print(String title) {
    System.out.printf("%n%s%n| user | what | answer |%n| --- | --- | --- |%n", title);
    rows.forEach(
        row -> System.out.printf("| %s | %s | %s |%n", row.user(), row.what(), row.answer()));
  }

  void assertAsExpected() {
    assertThat(rows).filteredOn(row -> !row.answer().equals(row.expected())).isEmpty();
  }
}
