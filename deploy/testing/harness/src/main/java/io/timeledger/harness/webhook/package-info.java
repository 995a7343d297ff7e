/// The webhook-dispatcher's surroundings: a log to write to, scripted receivers, and its delivery
/// log.
@NullMarked
package io.timeledger.harness.webhook;

import org.jspecify.annotations.NullMarked;
