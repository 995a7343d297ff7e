package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.CalendarId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conditions of a calendar rule. A block must meet all that are set; null matches any block.
///
/// @param title pattern for the whole title, ignoring case: `*` is any text, `?` one character, the
///     rest is literal; never matches a block without title
/// @param attendeeDomain of any attendee, as in `example.com`
/// @param minMinutes of the duration, inclusive
/// @param maxMinutes of the duration, inclusive
/// @param weekdays of the `log_date`, 0 to 6, Sunday is 0; empty for any
/// @param recurring whether the meeting belongs to a series
public record CalendarRuleConditions(
    @Nullable String title,
    @Nullable CalendarId calendarId,
    @Nullable String attendeeDomain,
    @Nullable String organizerDomain,
    @Nullable Integer minMinutes,
    @Nullable Integer maxMinutes,
    List<Integer> weekdays,
    @Nullable Boolean recurring,
    @Nullable BlockKind kind) {
  public CalendarRuleConditions {
    weekdays = List.copyOf(weekdays);
  }
}
