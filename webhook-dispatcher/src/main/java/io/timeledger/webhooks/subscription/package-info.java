/// Endpoints as their owners want them: whether they can be signed for, and when they are switched
/// off.
@NullMarked
package io.timeledger.webhooks.subscription;

import org.jspecify.annotations.NullMarked;
