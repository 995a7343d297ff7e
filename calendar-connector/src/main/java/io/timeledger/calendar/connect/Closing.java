package io.timeledger.calendar.connect;

import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.ConnectionGrant;
import java.util.List;

/// Push channels of a deleted connection that are to be closed.
///
/// @param grant of the connection before it was deleted
public record Closing(Provider provider, ConnectionGrant grant, List<OpenChannel> channels) {
  public Closing {
    channels = List.copyOf(channels);
  }
}
