/// The rules of attempts.
@NullMarked
package io.timeledger.webhooks.attempt;

import org.jspecify.annotations.NullMarked;
