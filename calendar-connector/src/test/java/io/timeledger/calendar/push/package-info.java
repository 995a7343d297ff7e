/// Tests of the rules for push channels.
@NullMarked
package io.timeledger.calendar.push;

import org.jspecify.annotations.NullMarked;
