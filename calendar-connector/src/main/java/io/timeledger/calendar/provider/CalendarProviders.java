package io.timeledger.calendar.provider;

import io.timeledger.schemas.resource.Provider;
import java.util.Map;

/// The configured providers.
public record CalendarProviders(Map<Provider, CalendarProvider> byName) {
  public CalendarProviders {
    byName = Map.copyOf(byName);
  }
}
