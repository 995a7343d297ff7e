/// The ledger against a real broker.
@NullMarked
package io.timeledger.streams.ledger.kafka;

import org.jspecify.annotations.NullMarked;
