package io.timeledger.ingest.calendar.connection;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.resource.Provider;
import org.jspecify.annotations.Nullable;

/// The body of a new sign-in.
///
/// @param returnUrl one that the operator allows; null for a page with the ticket
/// @param connectionId the connection to reconnect; null for a new one
record AuthorizationBody(
    @Nullable Provider provider, @Nullable String returnUrl, @Nullable ConnectionId connectionId) {}
