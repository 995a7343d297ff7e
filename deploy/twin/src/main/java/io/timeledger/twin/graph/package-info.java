/// Microsoft Graph v1.0: calendars, delta links, subscriptions.
@NullMarked
package io.timeledger.twin.graph;

import org.jspecify.annotations.NullMarked;
