/// The running entry of a member.
@NullMarked
package io.timeledger.streams.ledger.timer;

import org.jspecify.annotations.NullMarked;
