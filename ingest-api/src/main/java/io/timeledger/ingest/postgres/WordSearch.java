package io.timeledger.ingest.postgres;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.timeledger.ingest.read.SearchText;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Finds rows by the beginnings of words, whatever their case in any script: the collation is
/// PostgreSQL's own for Unicode, so that the database's does not matter.
final class WordSearch {
  private WordSearch() {}

  /// Each word of the text begins a word of one of the columns; null finds all.
  static Condition of(@Nullable String text, List<Field<String>> columns) {
    if (text == null) {
      return noCondition();
    }
    return DSL.and(
        SearchText.words(text).stream()
            .map(
                word ->
                    DSL.or(columns.stream().map(column -> begins(column, pattern(word))).toList()))
            .toList());
  }

  /// The text is somewhere in the column; null finds all.
  static Condition contains(@Nullable String text, Field<String> column) {
    return text == null
        ? noCondition()
        : DSL.condition(
            "{0} collate pg_c_utf8 ilike {1} escape '!'",
            column, val("%" + text.replaceAll("[!%_]", "!$0") + "%"));
  }

  private static Condition begins(Field<String> column, String pattern) {
    return DSL.condition("{0} collate pg_c_utf8 ~* {1}", column, val(pattern));
  }

  /// A regular expression of PostgreSQL. What is neither letter nor digit stands for itself.
  private static String pattern(String word) {
    StringBuilder pattern = new StringBuilder();
    pattern.append(Character.isLetterOrDigit(word.codePointAt(0)) ? "\\m" : "(?:^|\\s)");
    word.codePoints()
        .forEach(
            c -> {
              if (c < 0x80 && !Character.isLetterOrDigit(c)) {
                pattern.append('\\');
              }
              pattern.appendCodePoint(c);
            });
    return pattern.toString();
  }
}
