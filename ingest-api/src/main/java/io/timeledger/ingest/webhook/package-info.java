/// Webhooks: subscriptions and their secrets, which the ledger decides about, and the log of
/// deliveries, tests and replays, which are the dispatcher's.
@NullMarked
package io.timeledger.ingest.webhook;

import org.jspecify.annotations.NullMarked;
