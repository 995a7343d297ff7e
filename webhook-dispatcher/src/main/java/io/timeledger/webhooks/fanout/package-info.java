/// From the log to deliveries: which event goes to which endpoint.
@NullMarked
package io.timeledger.webhooks.fanout;

import org.jspecify.annotations.NullMarked;
