/// The running timer of a member.
@NullMarked
package io.timeledger.streams.ledger.timer;

import org.jspecify.annotations.NullMarked;
