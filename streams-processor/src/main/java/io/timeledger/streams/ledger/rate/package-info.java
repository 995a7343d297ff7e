/// Rate overrides, and which of them applies.
@NullMarked
package io.timeledger.streams.ledger.rate;

import org.jspecify.annotations.NullMarked;
