/// Decided facts, in the one JSON form that Kafka, change feed and webhooks share.
@NullMarked
package io.timeledger.schemas.event;

import org.jspecify.annotations.NullMarked;
