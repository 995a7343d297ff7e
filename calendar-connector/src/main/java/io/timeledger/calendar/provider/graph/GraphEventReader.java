package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.rest.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads events. Throws [UnreadableItemException] for one that cannot be read.
record GraphEventReader(CalendarOwner owner) {

  /// @param event with all its properties
  /// @param ref by which the event is known; a response may name it by another id
  SourceEvent event(String ref, @Nullable String seriesRef, JsonNode event) {
    return instance(ref, seriesRef, EventTraits.of(event, owner), event);
  }

  /// @param traits of the instance, or of its series
  /// @param event with its times
  SourceEvent instance(String ref, @Nullable String seriesRef, EventTraits traits, JsonNode event) {
    EventTime time = GraphTime.of(event, traits.allDay(), traits.zoneName(), owner);
    String original =
        seriesRef == null
            ? null
            : GraphTime.originalStart(
                JsonFields.text(event, "originalStart"), time, traits.zoneName(), owner);
    return traits.event(ref, seriesRef, original, time);
  }
}
