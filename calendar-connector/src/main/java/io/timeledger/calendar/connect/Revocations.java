package io.timeledger.calendar.connect;

import java.util.Optional;

/// Grants of deleted connections that are to be revoked.
public interface Revocations {

  /// One that is due. It is due again after a while, unless it is done.
  Optional<Revocation> next();

  void done(Revocation revocation);
}
