package io.timeledger.calendar.provider;

import java.time.Instant;

/// A push channel that a provider has granted.
///
/// @param id by which it was requested
/// @param resourceRef the provider's id of the channel, or of what it watches
/// @param expiresAt as granted, which may be earlier than requested
public record OpenChannel(String id, String resourceRef, Instant expiresAt) {}
