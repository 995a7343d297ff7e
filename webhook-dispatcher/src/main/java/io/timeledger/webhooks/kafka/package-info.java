/// The log: what is read from it and what is told on it.
@NullMarked
package io.timeledger.webhooks.kafka;

import org.jspecify.annotations.NullMarked;
