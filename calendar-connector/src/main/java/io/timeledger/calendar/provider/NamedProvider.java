package io.timeledger.calendar.provider;

import io.timeledger.schemas.resource.Provider;

/// A provider that replaces the one of its name, for tests.
public record NamedProvider(Provider name, CalendarProvider provider) {}
