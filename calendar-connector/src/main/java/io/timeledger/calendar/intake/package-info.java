/// Applies records of the log: connections, members, secrets, conversions and commands.
@NullMarked
package io.timeledger.calendar.intake;

import org.jspecify.annotations.NullMarked;
