package io.timeledger.calendar.provider;

import io.timeledger.schemas.resource.Provider;
import java.util.Map;

/// The configured providers.
///
/// @param pushing those that have push channels
public record CalendarProviders(
    Map<Provider, CalendarProvider> byName, Map<Provider, PushProvider> pushing) {
  public CalendarProviders {
    byName = Map.copyOf(byName);
    pushing = Map.copyOf(pushing);
  }
}
