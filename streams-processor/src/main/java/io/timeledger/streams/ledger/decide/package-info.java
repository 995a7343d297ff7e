/// The entry point: dispatches each command to its handler and builds the decision.
@NullMarked
package io.timeledger.streams.ledger.decide;

import org.jspecify.annotations.NullMarked;
