package io.timeledger.twin.traffic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Calls at once, by caller, now and at most.
public final class MailboxLoad {
  /// @param now calls under way
  public record Level(int now, int most) {
    Level up() {
      return new Level(now + 1, Math.max(most, now + 1));
    }

    Level down() {
      return new Level(now - 1, most);
    }
  }

  private final Map<ApiCaller, Level> levels = new ConcurrentHashMap<>();

  void enter(ApiCaller caller) {
    levels.compute(caller, (_, level) -> (level == null ? new Level(0, 0) : level).up());
  }

  void leave(ApiCaller caller) {
    levels.computeIfPresent(caller, (_, level) -> level.down());
  }

  public int now(ApiCaller caller) {
    return levels.getOrDefault(caller, new Level(0, 0)).now();
  }

  public Map<ApiCaller, Level> levels() {
    return Map.copyOf(levels);
  }

  /// What is under way stays counted.
  void reset() {
    levels.replaceAll((_, level) -> new Level(level.now(), level.now()));
  }
}
