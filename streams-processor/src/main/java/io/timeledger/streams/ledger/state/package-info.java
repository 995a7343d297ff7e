/// The state for decisions: the last resource of each id, and indexes.
@NullMarked
package io.timeledger.streams.ledger.state;

import org.jspecify.annotations.NullMarked;
