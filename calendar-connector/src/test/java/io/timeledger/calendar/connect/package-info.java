/// Tests of tickets and grants, without a provider.
@NullMarked
package io.timeledger.calendar.connect;

import org.jspecify.annotations.NullMarked;
