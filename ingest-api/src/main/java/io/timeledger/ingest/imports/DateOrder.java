package io.timeledger.ingest.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The order of day, month and year in a date.
public enum DateOrder {
  YMD(1, 2, 3),
  MDY(3, 1, 2),
  DMY(3, 2, 1);

  static final Pattern DATE = Pattern.compile("(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4})");
  private final int year;
  private final int month;
  private final int day;

  DateOrder(int year, int month, int day) {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  LocalDate parse(String text) throws RowException {
    Matcher date = DATE.matcher(text.strip());
    if (!date.matches() || date.group(year).length() != 4) {
      throw wrong(text);
    }
    try {
      return LocalDate.of(number(date, year), number(date, month), number(date, day));
    } catch (DateTimeException e) {
      throw wrong(text);
    }
  }

  static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  private RowException wrong(String text) {
    return new RowException(
        "invalid_date", "\"%.40s\" is no date in the order %s.".formatted(text, wireName()));
  }
}
