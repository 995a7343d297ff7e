package io.timeledger.acceptance.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// All replies to a command are equal, and its events are contiguous: one decision.
final class OneOutcomePerCommand implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    return Stream.concat(
        unlikeReplies(evidence),
        evidence.factsByWorkspace().values().stream().flatMap(OneOutcomePerCommand::scattered));
  }

  private static Stream<String> unlikeReplies(Evidence evidence) {
    Map<String, Set<String>> outcomes = new HashMap<>();
    for (ObservedReply reply : evidence.replies()) {
      outcomes
          .computeIfAbsent(reply.workspace() + "/" + reply.commandId(), _ -> new HashSet<>())
          .add(reply.outcome());
    }
    return outcomes.entrySet().stream()
        .filter(command -> command.getValue().size() > 1)
        .map(command -> "%s: %s".formatted(command.getKey(), command.getValue()));
  }

  private static Stream<String> scattered(List<ObservedEvent> events) {
    Set<String> ended = new HashSet<>();
    Set<String> again = new HashSet<>();
    String current = "";
    for (ObservedEvent event : events) {
      if (!event.commandId().equals(current)) {
        ended.add(current);
        current = event.commandId();
        if (ended.contains(current)) {
          again.add("%s/%s decided twice".formatted(event.workspace(), current));
        }
      }
    }
    return again.stream();
  }
}
