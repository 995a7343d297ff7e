package io.timeledger.calendar.provider;

/// Where the next round continues; opaque except to its provider.
public record EventCursor(String value) {}
