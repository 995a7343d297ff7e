/// Approval routes: whose turn it is to approve.
@NullMarked
package io.timeledger.streams.ledger.approval;

import org.jspecify.annotations.NullMarked;
