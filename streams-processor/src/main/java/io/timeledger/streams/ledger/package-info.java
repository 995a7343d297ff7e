/// Decides commands, one workspace at a time: pure functions of command, state and metadata.
@NullMarked
package io.timeledger.streams.ledger;

import org.jspecify.annotations.NullMarked;
