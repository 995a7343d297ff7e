/// Transfer of placeholders' time to the real members.
@NullMarked
package io.timeledger.streams.ledger.takeover;

import org.jspecify.annotations.NullMarked;
