/// Reports of providers that a calendar has changed. They carry a secret instead of a login, and
// only
/// make the calendar due: the connector then asks the provider what changed.
@NullMarked
package io.timeledger.ingest.calendar.push;

import org.jspecify.annotations.NullMarked;
