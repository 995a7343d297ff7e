/// What comes of the log.
@NullMarked
package io.timeledger.webhooks.fanout;

import org.jspecify.annotations.NullMarked;
