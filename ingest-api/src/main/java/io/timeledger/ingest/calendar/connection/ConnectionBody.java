package io.timeledger.ingest.calendar.connection;

import io.timeledger.schemas.resource.Provider;
import org.jspecify.annotations.Nullable;

/// The body of a new connection.
///
/// @param url address of the calendar, for the provider `ics`
/// @param name null means the host of the address
record ConnectionBody(@Nullable Provider provider, @Nullable String url, @Nullable String name) {}
