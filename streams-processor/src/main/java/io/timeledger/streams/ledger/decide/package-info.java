/// The way in: hands each command to its use case and makes a decision of what it found.
@NullMarked
package io.timeledger.streams.ledger.decide;

import org.jspecify.annotations.NullMarked;
