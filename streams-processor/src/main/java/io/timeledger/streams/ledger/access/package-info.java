/// Workspaces and tokens.
@NullMarked
package io.timeledger.streams.ledger.access;

import org.jspecify.annotations.NullMarked;
