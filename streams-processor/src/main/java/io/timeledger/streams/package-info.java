/// Ledger, views and projector: decides commands and derives everything from the events.
@NullMarked
package io.timeledger.streams;

import org.jspecify.annotations.NullMarked;
