/// From the log to deliveries: which event goes to which endpoint, and what a batch comes to.
@NullMarked
package io.timeledger.webhooks.fanout;

import org.jspecify.annotations.NullMarked;
