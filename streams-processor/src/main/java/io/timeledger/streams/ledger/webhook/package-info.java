/// Webhooks and their secrets.
@NullMarked
package io.timeledger.streams.ledger.webhook;

import org.jspecify.annotations.NullMarked;
