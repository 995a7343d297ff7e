/// Folds sources into blocks: which events are visible, their identity, and how copies of a meeting
/// are merged. Needs no clock, network or database.
@NullMarked
package io.timeledger.calendar.fold;

import org.jspecify.annotations.NullMarked;
