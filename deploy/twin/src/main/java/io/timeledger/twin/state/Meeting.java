package io.timeledger.twin.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One version of an event: a single one, or a series with its exceptions.
///
/// @param uid the iCalendar UID, shared by all copies of a meeting
/// @param rule one that fits the start
/// @param exceptions by the compact form of the original start
public record Meeting(
    String id,
    String uid,
    Instant created,
    Details details,
    Optional<RepeatRule> rule,
    Map<String, Exceptional> exceptions) {

  public Meeting {
    exceptions = Map.copyOf(exceptions);
    rule.ifPresent(valid -> valid.starts(details.start(), _ -> false));
  }

  public boolean repeats() {
    return rule.isPresent();
  }

  public Meeting with(Details changed) {
    return new Meeting(id, uid, created, changed, rule, exceptions);
  }

  public Meeting with(Optional<RepeatRule> changed) {
    return new Meeting(id, uid, created, details, changed, exceptions);
  }

  public Meeting except(When originalStart, Exceptional exceptional) {
    LinkedHashMap<String, Exceptional> all = new LinkedHashMap<>(exceptions);
    all.put(originalStart.compact(), exceptional);
    return new Meeting(id, uid, created, details, rule, all);
  }

  /// A series that starts at other times has no exceptions left: they belong to instances that are
  /// gone.
  public Meeting withoutExceptions() {
    return new Meeting(id, uid, created, details, rule, Map.of());
  }
}
