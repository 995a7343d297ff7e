/// Reads Microsoft 365 calendars through Microsoft Graph.
@NullMarked
package io.timeledger.calendar.provider.graph;

import org.jspecify.annotations.NullMarked;
