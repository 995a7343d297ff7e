package io.timeledger.streams.ledger.settings;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.streams.ledger.Decimals;
import io.timeledger.streams.ledger.Money;
import io.timeledger.streams.ledger.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Collects errors, so that a refusal names every bad field.
final class FieldChecks {
  private final List<Problem.Detail> details = new ArrayList<>();

  /// The value after the patch, for a field that cannot be cleared.
  <T> T kept(String field, Patch<T> patch, T current) {
    T value = patch.value();
    if (patch.present() && value == null) {
      add(field, "cannot be null");
    }
    return value == null || !patch.present() ? current : value;
  }

  void within(String field, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      add(field, "%d (expected: %d to %d)".formatted(value, least, most));
    }
  }

  void hours(String field, @Nullable BigDecimal value, BigDecimal most) {
    if (value != null && !Decimals.isWithin(value, most)) {
      add(field, "%s (expected: 0 to %s, at most 4 decimals)".formatted(value, most));
    }
  }

  void rate(String field, BigDecimal value) {
    if (!Money.isRate(value)) {
      add(field, value + " (expected: " + Money.RATE_RULE + ")");
    }
  }

  void currency(String field, Currency value) {
    if (!Money.isCurrency(value)) {
      add(field, value + " (expected: " + Money.CURRENCY_RULE + ")");
    }
  }

  <T extends Comparable<T>> void oneOf(String field, T value, Collection<T> allowed) {
    if (!allowed.contains(value)) {
      add(field, "%s (expected: one of %s)".formatted(value, new TreeSet<>(allowed)));
    }
  }

  void throwIfAny() {
    if (!details.isEmpty()) {
      throw Refusal.of(details);
    }
  }

  private void add(String field, String rule) {
    details.add(new Problem.Detail(field, "invalid", rule));
  }
}
