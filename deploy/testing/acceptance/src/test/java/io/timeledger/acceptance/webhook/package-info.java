/// The trials of webhook-dispatcher at a length that every build can take.
@NullMarked
package io.timeledger.acceptance.webhook;

import org.jspecify.annotations.NullMarked;
