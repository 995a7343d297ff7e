/// Reads Google Calendar through its REST API v3. Parameters and fields are those of Google's
/// reference (`calendarList.list`, `events.list`).
@NullMarked
package io.timeledger.calendar.provider.google;

import org.jspecify.annotations.NullMarked;
