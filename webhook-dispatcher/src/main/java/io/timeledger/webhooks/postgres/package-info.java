/// The database: the queue, the delivery log, and what intake writes.
@NullMarked
package io.timeledger.webhooks.postgres;

import org.jspecify.annotations.NullMarked;
