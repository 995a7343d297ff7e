package io.timeledger.calendar.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Decides which push channels of a calendar to open, prolong and close.
///
/// A channel that cannot be prolonged is replaced: the older one is closed once the newer one is
/// open, so that no change is missed between them.
public final class ChannelPlan {
  private ChannelPlan() {}

  /// @param wanted whether the calendar is to be watched: it is chosen, its connection works, and
  ///     the provider can reach us
  /// @param prolongs whether the provider prolongs channels
  /// @param channels of the calendar
  public static List<ChannelStep> steps(
      boolean wanted, boolean prolongs, List<HeldChannel> channels, Instant now) {
    List<ChannelStep> steps = new ArrayList<>();
    Optional<HeldChannel> kept = wanted ? latest(channels, now) : Optional.empty();
    if (wanted) {
      renewal(kept, prolongs, now).ifPresent(steps::add);
    }
    for (HeldChannel one : channels) {
      if (one.isExpired(now)) {
        steps.add(new ChannelStep.Forget(one.channel()));
      } else if (!kept.equals(Optional.of(one))) {
        steps.add(new ChannelStep.Close(one.channel()));
      }
    }
    return List.copyOf(steps);
  }

  private static Optional<ChannelStep> renewal(
      Optional<HeldChannel> kept, boolean prolongs, Instant now) {
    if (kept.isEmpty()) {
      return Optional.of(new ChannelStep.Open());
    }
    if (!kept.get().isDue(now)) {
      return Optional.empty();
    }
    return Optional.of(
        prolongs ? new ChannelStep.Prolong(kept.get().channel()) : new ChannelStep.Open());
  }

  private static Optional<HeldChannel> latest(List<HeldChannel> channels, Instant now) {
    return channels.stream()
        .filter(channel -> !channel.isExpired(now))
        .max(
            Comparator.comparing((HeldChannel one) -> one.channel().expiresAt())
                .thenComparing(one -> one.channel().id()));
  }
}
