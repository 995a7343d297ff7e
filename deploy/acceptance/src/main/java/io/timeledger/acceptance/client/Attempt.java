package io.timeledger.acceptance.client;

/// One request.
///
/// @param at milliseconds since the run began
/// @param millis until the answer, or until none was waited for any more
/// @param status 0 without answer
public record Attempt(long at, int millis, int status) {}
