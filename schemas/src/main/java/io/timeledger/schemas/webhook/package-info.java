/// Commands and replies between ingest-api and the webhook dispatcher, and its delivery outcomes.
@NullMarked
package io.timeledger.schemas.webhook;

import org.jspecify.annotations.NullMarked;
