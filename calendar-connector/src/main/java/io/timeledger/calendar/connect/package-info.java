/// The credentials of connections: exchanges tickets for grants, and keeps grants fresh.
@NullMarked
package io.timeledger.calendar.connect;

import org.jspecify.annotations.NullMarked;
