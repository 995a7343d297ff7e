/// The service from outside: what goes in by the log, what comes out at receivers and in the log
/// of deliveries.
@NullMarked
package io.timeledger.webhooks;

import org.jspecify.annotations.NullMarked;
