/// Rules of the queue.
@NullMarked
package io.timeledger.webhooks.postgres;

import org.jspecify.annotations.NullMarked;
