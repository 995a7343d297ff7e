/// Time of placeholders, on its way to the members whom it belongs to.
@NullMarked
package io.timeledger.streams.ledger.takeover;

import org.jspecify.annotations.NullMarked;
