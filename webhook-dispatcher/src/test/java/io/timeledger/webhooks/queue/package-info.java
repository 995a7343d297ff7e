/// The rules of the queue, and its loops by themselves.
@NullMarked
package io.timeledger.webhooks.queue;

import org.jspecify.annotations.NullMarked;
