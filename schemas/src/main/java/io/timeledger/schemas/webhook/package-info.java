/// What ingest-api asks of the webhook dispatcher, what it answers, and what it tells about
/// finished deliveries.
@NullMarked
package io.timeledger.schemas.webhook;

import org.jspecify.annotations.NullMarked;
