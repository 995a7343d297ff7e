/// What the log tells: connections, members, secrets, conversions and commands.
@NullMarked
package io.timeledger.calendar.intake;

import org.jspecify.annotations.NullMarked;
