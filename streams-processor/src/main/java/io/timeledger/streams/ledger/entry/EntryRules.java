package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.RequiredField;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.text.VisibleText;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rules that hold for an entry by whichever door it comes in.
final class EntryRules {
  private EntryRules() {}

  /// The end of clock times, else the day.
  ///
  /// @throws Refusal `future_entry`, unless the workspace allows them
  static void requireNotFuture(EntryTimes times, Member member, Draft draft) {
    if (draft.state().settings().allowFutureEntries()) {
      return;
    }
    Instant end = times.endedAt();
    if (end == null) {
      requireNotFuture(times.logDate(), member, draft);
    } else if (SaidTime.isAhead(end, draft.now())) {
      throw Refusal.of(
          ErrorCode.FUTURE_ENTRY, "ended_at", "ended_at " + SaidTime.howFar(end, draft.now()));
    }
  }

  private static void requireNotFuture(LocalDate day, Member member, Draft draft) {
    LocalDate today = LocalDate.ofInstant(draft.now(), member.timezone());
    if (day.isAfter(today)) {
      throw Refusal.of(
          ErrorCode.FUTURE_ENTRY,
          "log_date",
          "log_date: %s is after today, %s in %s".formatted(day, today, member.timezone()));
    }
  }

  /// A member who left was last changed when they did.
  static void requireNotAfterLeaving(LocalDate day, Member member) {
    if (!member.active()
        && day.isAfter(LocalDate.ofInstant(member.updatedAt(), member.timezone()))) {
      throw NewEntry.left(member);
    }
  }

  static void requireFields(TimeEntry entry, Draft draft) {
    List<Problem.Detail> missing = new ArrayList<>();
    for (RequiredField field : missingFields(entry, draft)) {
      String name = field == RequiredField.PROJECT ? "project_id" : lower(field);
      missing.add(new Problem.Detail(name, "required", "the workspace requires it"));
    }
    if (!missing.isEmpty()) {
      throw Refusal.of(missing);
    }
  }

  static List<RequiredField> missingFields(TimeEntry entry, Draft draft) {
    List<RequiredField> missing = new ArrayList<>();
    for (RequiredField field : RequiredField.values()) {
      if (draft.state().settings().requires(field) && !has(entry, field)) {
        missing.add(field);
      }
    }
    return missing;
  }

  /// The entry, flagged when it overlaps and the workspace warns of that, else without that flag.
  ///
  /// @throws Refusal `entry_overlaps` when it rejects them
  static TimeEntry checkOverlap(TimeEntry entry, Draft draft) {
    OverlapPolicy policy = draft.state().settings().overlapPolicy();
    TimeEntry other =
        policy == OverlapPolicy.ALLOW
            ? null
            : Overlaps.of(entry, draft.state(), draft.now()).findFirst().orElse(null);
    if (other == null) {
      return Review.clear(entry, Review.OVERLAP);
    }
    if (policy == OverlapPolicy.REJECT) {
      throw Refusal.of(ErrorCode.ENTRY_OVERLAPS, "started_at", "the entry overlaps " + other.id());
    }
    return Review.flag(entry, Review.OVERLAP);
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
