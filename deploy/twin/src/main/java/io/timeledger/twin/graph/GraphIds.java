package io.timeledger.twin.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.Occurrences;
import io.timeledger.twin.state.TwinCalendar;
import java.util.Base64;
import java.util.Optional;

/// Ids of events, in both forms: they differ in the prefix. An instance's id holds its series and
/// its original start.
record GraphIds(boolean immutable) {
  private static final String USUAL = "AAMkAG";
  private static final String IMMUTABLE = "AAkALg";

  /// What an id means: a whole meeting, or an instance.
  record Target(Meeting meeting, Optional<Occurrence> instance) {}

  String of(Meeting meeting) {
    return shown(meeting.id());
  }

  String of(Occurrence occurrence) {
    return occurrence
        .originalStart()
        .map(start -> shown(instance(occurrence.meeting(), start.compact())))
        .orElseGet(() -> of(occurrence.meeting()));
  }

  /// Both forms are understood.
  static Optional<Target> find(TwinCalendar calendar, String id) {
    String usual = id.startsWith(IMMUTABLE) ? USUAL + id.substring(IMMUTABLE.length()) : id;
    return calendar
        .find(usual)
        .map(meeting -> new Target(meeting, Optional.empty()))
        .or(() -> findInstance(calendar, usual));
  }

  private static Optional<Target> findInstance(TwinCalendar calendar, String id) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(id.substring(USUAL.length())), UTF_8);
      int bar = text.indexOf('|');
      return calendar
          .find(text.substring(bar + 1))
          .flatMap(
              meeting ->
                  Occurrences.find(meeting, text.substring(0, Math.max(bar, 0)))
                      .map(found -> new Target(meeting, Optional.of(found))));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static String instance(Meeting meeting, String originalStart) {
    return USUAL
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((originalStart + "|" + meeting.id()).getBytes(UTF_8));
  }

  private String shown(String id) {
    return immutable ? IMMUTABLE + id.substring(USUAL.length()) : id;
  }
}
