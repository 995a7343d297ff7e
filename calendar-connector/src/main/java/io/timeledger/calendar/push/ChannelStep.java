package io.timeledger.calendar.push;

import io.timeledger.calendar.provider.OpenChannel;

/// A step of a [ChannelPlan].
public sealed interface ChannelStep {
  record Open() implements ChannelStep {}

  record Prolong(OpenChannel channel) implements ChannelStep {}

  record Close(OpenChannel channel) implements ChannelStep {}

  /// The channel has ended by itself: only our record of it is left.
  record Forget(OpenChannel channel) implements ChannelStep {}
}
