/// Webhook subscriptions and secrets, decided by the ledger, and deliveries, tests and replays, run
/// by the dispatcher.
@NullMarked
package io.timeledger.ingest.webhook;

import org.jspecify.annotations.NullMarked;
