/// What is kept for how long.
@NullMarked
package io.timeledger.webhooks.retention;

import org.jspecify.annotations.NullMarked;
