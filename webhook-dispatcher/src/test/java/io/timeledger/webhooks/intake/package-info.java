/// What comes of the log.
@NullMarked
package io.timeledger.webhooks.intake;

import org.jspecify.annotations.NullMarked;
