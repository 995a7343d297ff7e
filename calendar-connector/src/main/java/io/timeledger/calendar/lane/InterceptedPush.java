package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.ChannelRequest;
import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.PushProvider;
import java.time.Instant;
import java.util.Optional;

/// Push channels of a provider whose calls go through interceptors.
final class InterceptedPush implements PushProvider {
  private final PushProvider push;
  private final ProviderCalls calls;

  InterceptedPush(PushProvider push, ProviderCalls calls) {
    this.push = push;
    this.calls = calls;
  }

  @Override
  public boolean prolongs() {
    return push.prolongs();
  }

  @Override
  public OpenChannel open(Access access, CalendarRef calendar, ChannelRequest request, Instant now)
      throws ProviderException {
    return make("open", access, () -> push.open(access, calendar, request, now));
  }

  @Override
  public Optional<Instant> prolong(Access access, OpenChannel channel, Instant now)
      throws ProviderException {
    return make("prolong", access, () -> push.prolong(access, channel, now));
  }

  @Override
  public void close(Access access, OpenChannel channel) throws ProviderException {
    make(
        "close",
        access,
        () -> {
          push.close(access, channel);
          return channel;
        });
  }

  private <T> T make(String operation, Access access, ProviderCall.Work<T> work)
      throws ProviderException {
    return calls.make("watch calendar", operation, access, work);
  }
}
