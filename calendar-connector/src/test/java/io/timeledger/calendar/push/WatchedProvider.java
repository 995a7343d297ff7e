package io.timeledger.calendar.push;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.ChannelRequest;
import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.PushProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A provider that grants channels of a given life.
final class WatchedProvider implements PushProvider {
  private final boolean prolongs;
  private final Duration life;
  private final Map<String, Instant> open = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private @Nullable ProviderFault fault;

  WatchedProvider(boolean prolongs, Duration life) {
    this.prolongs = prolongs;
    this.life = life;
  }

  /// From now on every call fails with it; null ends this.
  void fail(@Nullable ProviderFault next) {
    fault = next;
  }

  /// As `subscriptionRemoved` says.
  void dropAll() {
    open.clear();
  }

  /// How many channels report a change.
  long reports(Instant now) {
    return open.values().stream().filter(end -> end.isAfter(now)).count();
  }

  List<String> calls() {
    return calls;
  }

  @Override
  public boolean prolongs() {
    return prolongs;
  }

  @Override
  public OpenChannel open(Access access, CalendarRef calendar, ChannelRequest request, Instant now)
      throws ProviderException {
    called("open");
    open.put(request.id(), now.plus(life));
    return new OpenChannel(request.id(), "r", now.plus(life));
  }

  @Override
  public Optional<Instant> prolong(Access access, OpenChannel channel, Instant now)
      throws ProviderException {
    called("prolong");
    return Optional.ofNullable(open.computeIfPresent(channel.id(), (_, _) -> now.plus(life)));
  }

  @Override
  public void close(Access access, OpenChannel channel) throws ProviderException {
    called("close");
    open.remove(channel.id());
  }

  private void called(String call) throws ProviderException {
    calls.add(call);
    if (fault != null) {
      throw new ProviderException(fault);
    }
  }
}
