package io.timeledger.twin.script;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The blocks that follow from the twin's state, for one member who shows no private titles and
/// reads the primary calendar of each account, 30 days back and 14 ahead.
///
/// Right only if no meeting is within two days of an end of that window; [TrialDays] keeps away.
public final class ExpectedBlocks {
  private static final Duration BACK = Duration.ofDays(32);
  private static final Duration AHEAD = Duration.ofDays(16);
  private static final Set<String> NO_MEETINGS =
      Set.of("working_location", "birthday", "from_gmail");
  private static final Set<String> UNDECIDED = Set.of("tentative", "none_yet");
  private static final Set<String> CLOSED = Set.of("private", "confidential");

  private ExpectedBlocks() {}

  /// A copy of a meeting that shows.
  private record Copy(TwinAccount account, int order, JsonNode event) {
    boolean is(String field, Collection<String> words) {
      return words.contains(event.path(field).asString(""));
    }

    boolean isOwn() {
      return event.path("organizer").asString("").equals(account.address());
    }

    /// Google knows absence by type only, Microsoft by availability only: there, it takes the place
    /// of any other.
    boolean isAbsence() {
      return is("type", Set.of("out_of_office"))
          || (!account.isGoogle() && is("show_as", Set.of("out_of_office")));
    }

    boolean showsAs(String availability) {
      return is("show_as", Set.of(availability)) && (account.isGoogle() || !isAbsence());
    }

    boolean shows() {
      boolean noMeeting = account.isGoogle() && is("type", NO_MEETINGS);
      return !noMeeting && !is("response", Set.of("declined")) && !showsAs("free");
    }

    String kind() {
      if (isAbsence()) {
        return "absence";
      }
      if (event.path("all_day").asBoolean(false)) {
        return "all_day";
      }
      return account.isGoogle() && is("type", Set.of("focus_time")) ? "focus" : "meeting";
    }

    boolean isTentative() {
      return is("response", UNDECIDED) || showsAs("tentative");
    }

    /// The same for all copies of a meeting.
    String meeting() {
      return event.path("uid").asString("") + " " + event.path("original_start").asString("-");
    }
  }

  /// What the twin says now.
  ///
  /// @param accounts in the order in which the member connected them
  public static List<ExpectedBlock> of(TwinControl twin, List<TwinAccount> accounts) {
    Instant now = Instant.now();
    return of(twin.state(now.minus(BACK), now.plus(AHEAD)), accounts);
  }

  /// Those in the window. A converted meeting that moves out of it stays.
  public static List<ExpectedBlock> inWindow(List<ExpectedBlock> blocks) {
    Instant now = Instant.now();
    return blocks.stream()
        .filter(block -> instant(block.end()).isAfter(now.minus(BACK)))
        .filter(block -> instant(block.start()).isBefore(now.plus(AHEAD)))
        .sorted(ExpectedBlock.ORDER)
        .toList();
  }

  private static Instant instant(String text) {
    return text.contains("T")
        ? Instant.parse(text)
        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// What is found and not expected, and the reverse; empty if there is nothing.
  public static String difference(List<ExpectedBlock> found, List<ExpectedBlock> expected) {
    List<ExpectedBlock> surplus = new ArrayList<>(found);
    List<ExpectedBlock> missing = new ArrayList<>(expected);
    expected.forEach(surplus::remove);
    found.forEach(missing::remove);
    return surplus.isEmpty() && missing.isEmpty()
        ? ""
        : "blocks: %s (expected: %s)".formatted(surplus, missing);
  }

  static List<ExpectedBlock> of(JsonNode state, List<TwinAccount> accounts) {
    Map<String, List<Copy>> meetings = new LinkedHashMap<>();
    for (int i = 0; i < accounts.size(); i++) {
      TwinAccount account = accounts.get(i);
      int order = i;
      each(state.path("mailboxes"))
          .filter(account::owns)
          .flatMap(mailbox -> each(mailbox.path("calendars")))
          .filter(calendar -> calendar.path("primary").asBoolean(false))
          .flatMap(calendar -> each(calendar.path("events")))
          .map(event -> new Copy(account, order, event))
          .filter(Copy::shows)
          .forEach(
              copy -> meetings.computeIfAbsent(copy.meeting(), _ -> new ArrayList<>()).add(copy));
    }
    return meetings.values().stream()
        .map(ExpectedBlocks::block)
        .sorted(ExpectedBlock.ORDER)
        .toList();
  }

  private static ExpectedBlock block(List<Copy> copies) {
    Copy shown =
        copies.stream()
            .min(
                Comparator.<Copy, Boolean>comparing(copy -> !copy.isOwn())
                    .thenComparing(Copy::order))
            .orElseThrow();
    boolean isPrivate = copies.stream().anyMatch(copy -> copy.is("visibility", CLOSED));
    return new ExpectedBlock(
        isPrivate ? null : shown.event().path("title").asString(""),
        shown.kind(),
        shown.event().path("start").asString(""),
        shown.event().path("end").asString(""),
        isPrivate,
        shown.isTentative(),
        copies.size());
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
