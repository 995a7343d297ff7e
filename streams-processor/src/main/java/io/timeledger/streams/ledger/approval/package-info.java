/// Approval routes, and the approvers at each level.
@NullMarked
package io.timeledger.streams.ledger.approval;

import org.jspecify.annotations.NullMarked;
