package io.timeledger.ingest.calendar.connection;

import io.timeledger.schemas.resource.Provider;
import org.jspecify.annotations.Nullable;

/// The body of a new connection, or of a reconnect.
///
/// @param provider needed without a ticket, which names its own
/// @param url address of the calendar, for the provider `ics`
/// @param ticket of a sign-in, for the other providers
/// @param name null means the host of the address, or the name of the provider
record ConnectionBody(
    @Nullable Provider provider,
    @Nullable String url,
    @Nullable String ticket,
    @Nullable String name) {}
