/// The signatures.
@NullMarked
package io.timeledger.webhooks.signature;

import org.jspecify.annotations.NullMarked;
