/// Decisions, tried as: given events, when command, then events.
@NullMarked
package io.timeledger.streams.ledger;

import org.jspecify.annotations.NullMarked;
