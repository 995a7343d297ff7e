/// Builders of events and files.
@NullMarked
package io.timeledger.calendar.testkit;

import org.jspecify.annotations.NullMarked;
