/// Dry runs, which change nothing.
@NullMarked
package io.timeledger.streams.ledger.trial;

import org.jspecify.annotations.NullMarked;
