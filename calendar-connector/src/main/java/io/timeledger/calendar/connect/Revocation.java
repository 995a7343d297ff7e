package io.timeledger.calendar.connect;

import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.ConnectionGrant;

/// A grant to revoke at its provider.
public record Revocation(Provider provider, ConnectionGrant grant) {}
