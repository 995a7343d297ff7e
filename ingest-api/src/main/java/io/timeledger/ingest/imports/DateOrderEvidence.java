package io.timeledger.ingest.imports;

import static io.timeledger.schemas.reply.ErrorCode.DATE_ORDER_REQUIRED;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Infers the date order from a file's dates. A number over 12 can only be a day; dates that read
/// the same both ways give no evidence.
final class DateOrderEvidence {
  private boolean yearFirst;
  private @Nullable String dayFirst;
  private @Nullable String monthFirst;
  private @Nullable String ambiguous;

  void see(String text) {
    Matcher date = DateOrder.DATE.matcher(text.strip());
    if (!date.matches()) {
      return;
    }
    if (date.group(1).length() == 4) {
      yearFirst = true;
      return;
    }
    int first = DateOrder.number(date, 1);
    int second = DateOrder.number(date, 2);
    if (first > 12) {
      dayFirst = text;
    } else if (second > 12) {
      monthFirst = text;
    } else if (first != second) {
      ambiguous = text;
    }
  }

  /// @throws UnreadableException with the reason, if the order is undetermined
  DateOrder order() {
    String day = dayFirst;
    String month = monthFirst;
    if (day != null && month != null) {
      throw contradiction(day, month);
    }
    if (day != null || month != null) {
      String other = day == null ? month : day;
      if (yearFirst) {
        throw contradiction(String.valueOf(other), "a date with its year first");
      }
      return day == null ? DateOrder.MDY : DateOrder.DMY;
    }
    if (ambiguous != null) {
      throw new UnreadableException(
          DATE_ORDER_REQUIRED,
          "\"%.20s\" and every other date of the file can be month first or day first: say date_order=mdy or date_order=dmy."
              .formatted(ambiguous));
    }
    return yearFirst ? DateOrder.YMD : DateOrder.MDY;
  }

  private static UnreadableException contradiction(String one, String other) {
    return new UnreadableException(
        DATE_ORDER_REQUIRED,
        "The dates stand in different orders, as \"%.20s\" and \"%.30s\" do: name the right one by date_order; rows in another are refused."
            .formatted(one, other));
  }
}
