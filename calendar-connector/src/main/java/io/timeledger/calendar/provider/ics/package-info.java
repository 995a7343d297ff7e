/// Fetches, decodes, parses and expands ICS calendars within fixed bounds, since the content is
/// untrusted.
@NullMarked
package io.timeledger.calendar.provider.ics;

import org.jspecify.annotations.NullMarked;
