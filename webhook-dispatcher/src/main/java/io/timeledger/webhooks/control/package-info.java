/// Tests, redeliveries and replays on request.
@NullMarked
package io.timeledger.webhooks.control;

import org.jspecify.annotations.NullMarked;
