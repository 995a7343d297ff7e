/// The members within a manager's reach, where the workspace limits managers to their teams.
@NullMarked
package io.timeledger.streams.ledger.reach;

import org.jspecify.annotations.NullMarked;
