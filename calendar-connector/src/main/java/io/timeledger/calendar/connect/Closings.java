package io.timeledger.calendar.connect;

import java.util.List;
import java.util.Optional;

/// Push channels of deleted connections that are to be closed.
public interface Closings {

  /// Those of one connection that are due. They are due again after a while, unless they are done.
  Optional<Closing> next();

  void done(List<String> channelIds);
}
