package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.RequiredField;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.text.VisibleText;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.review.ReviewReasons;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rules for entries of every channel.
final class EntryRules {
  private EntryRules() {}

  /// Checks the end of clock times, else the day.
  ///
  /// @throws Refusal `future_entry`, unless the workspace allows future entries
  static void requireNotFuture(EntryTimes times, Member member, DecisionBuilder decision) {
    if (decision.state().settings().allowFutureEntries()) {
      return;
    }
    Instant end = times.endedAt();
    if (end == null) {
      requireNotFuture(times.logDate(), member, decision);
    } else if (ClockSkewTolerance.isAhead(end, decision.now())) {
      throw Refusal.of(
          ErrorCode.FUTURE_ENTRY,
          "ended_at",
          "ended_at " + ClockSkewTolerance.howFar(end, decision.now()));
    }
  }

  private static void requireNotFuture(LocalDate day, Member member, DecisionBuilder decision) {
    LocalDate today = LocalDate.ofInstant(decision.now(), member.timezone());
    if (day.isAfter(today)) {
      throw Refusal.of(
          ErrorCode.FUTURE_ENTRY,
          "log_date",
          "log_date: %s is after today, %s in %s".formatted(day, today, member.timezone()));
    }
  }

  /// The last change of an inactive member was the deactivation.
  static void requireNotAfterLeaving(LocalDate day, Member member) {
    if (!member.active()
        && day.isAfter(LocalDate.ofInstant(member.updatedAt(), member.timezone()))) {
      throw NewEntry.left(member);
    }
  }

  static void requireFields(TimeEntry entry, DecisionBuilder decision) {
    List<Problem.Detail> missing = new ArrayList<>();
    for (RequiredField field : missingFields(entry, decision)) {
      String name = field == RequiredField.PROJECT ? "project_id" : lower(field);
      missing.add(new Problem.Detail(name, "required", "the workspace requires it"));
    }
    if (!missing.isEmpty()) {
      throw Refusal.of(missing);
    }
  }

  static List<RequiredField> missingFields(TimeEntry entry, DecisionBuilder decision) {
    List<RequiredField> missing = new ArrayList<>();
    for (RequiredField field : RequiredField.values()) {
      if (decision.state().settings().requires(field) && !has(entry, field)) {
        missing.add(field);
      }
    }
    return missing;
  }

  /// The entry, flagged if it overlaps and the workspace warns of overlaps, else without that flag.
  ///
  /// @throws Refusal `entry_overlaps` if the workspace rejects overlaps
  static TimeEntry checkOverlap(TimeEntry entry, DecisionBuilder decision) {
    OverlapPolicy policy = decision.state().settings().overlapPolicy();
    TimeEntry other =
        policy == OverlapPolicy.ALLOW
            ? null
            : Overlaps.of(entry, decision.state(), decision.now()).findFirst().orElse(null);
    if (other == null) {
      return ReviewReasons.clear(entry, ReviewReasons.OVERLAP);
    }
    if (policy == OverlapPolicy.REJECT) {
      throw Refusal.of(ErrorCode.ENTRY_OVERLAPS, "started_at", "the entry overlaps " + other.id());
    }
    return ReviewReasons.flag(entry, ReviewReasons.OVERLAP);
  }

  private static boolean has(TimeEntry entry, RequiredField field) {
    return switch (field) {
      case DESCRIPTION -> VisibleText.isIn(entry.description());
      case PROJECT -> entry.projectId() != null;
      case TAGS -> !entry.tags().isEmpty();
    };
  }

  private static String lower(RequiredField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }
}
