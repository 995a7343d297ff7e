/// Rate overrides and their resolution.
@NullMarked
package io.timeledger.streams.ledger.rate;

import org.jspecify.annotations.NullMarked;
