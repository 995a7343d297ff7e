/// Alerts for weeks over the workspace's overtime threshold.
@NullMarked
package io.timeledger.streams.ledger.overtime;

import org.jspecify.annotations.NullMarked;
