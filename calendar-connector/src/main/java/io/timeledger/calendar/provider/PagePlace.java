package io.timeledger.calendar.provider;

/// Where the next page of the same round begins; opaque to all but its provider.
public record PagePlace(String value) {}
