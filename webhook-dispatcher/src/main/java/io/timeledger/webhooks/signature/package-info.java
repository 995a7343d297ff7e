/// Signatures by which receivers know that a request is ours and untouched.
@NullMarked
package io.timeledger.webhooks.signature;

import org.jspecify.annotations.NullMarked;
