/// Tests of the ICS reader, with valid and invalid files.
@NullMarked
package io.timeledger.calendar.provider.google;

import org.jspecify.annotations.NullMarked;
