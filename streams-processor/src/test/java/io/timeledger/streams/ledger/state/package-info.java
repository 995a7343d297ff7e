/// The ledger's state on maps.
@NullMarked
package io.timeledger.streams.ledger.state;

import org.jspecify.annotations.NullMarked;
