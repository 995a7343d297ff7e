/// What a test does to the twin: meetings, faults, the clock, the record of calls.
@NullMarked
package io.timeledger.twin.control;

import org.jspecify.annotations.NullMarked;
