/// Unseals the credentials of connections.
@NullMarked
package io.timeledger.calendar.connect;

import org.jspecify.annotations.NullMarked;
