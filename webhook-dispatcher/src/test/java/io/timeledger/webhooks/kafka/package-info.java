@NullMarked
package io.timeledger.webhooks.kafka;

import org.jspecify.annotations.NullMarked;
