package io.timeledger.calendar.provider;

import io.timeledger.schemas.resource.Provider;

/// A provider that is configured.
public record NamedProvider(Provider name, CalendarProvider provider) {}
