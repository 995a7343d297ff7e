package io.timeledger.calendar.provider;

/// Where the next page of the same round begins; opaque except to its provider.
public record PagePlace(String value) {}
