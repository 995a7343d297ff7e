package io.timeledger.calendar.provider;

/// Where the next round begins; opaque to all but its provider.
public record EventCursor(String value) {}
