/// From source to block: which events show, who they are, and how copies of one meeting become one.
/// Decided without clock, network or database.
@NullMarked
package io.timeledger.calendar.fold;

import org.jspecify.annotations.NullMarked;
