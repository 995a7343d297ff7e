/// Numbers events and chains them by hash.
@NullMarked
package io.timeledger.streams.ledger.seal;

import org.jspecify.annotations.NullMarked;
