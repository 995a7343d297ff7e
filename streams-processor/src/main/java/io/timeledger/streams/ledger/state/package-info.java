/// What decisions look at: the last resource of each id, and the indexes over them.
@NullMarked
package io.timeledger.streams.ledger.state;

import org.jspecify.annotations.NullMarked;
