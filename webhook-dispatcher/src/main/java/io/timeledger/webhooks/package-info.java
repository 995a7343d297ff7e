/// Delivers events to subscribers.
@NullMarked
package io.timeledger.webhooks;

import org.jspecify.annotations.NullMarked;
