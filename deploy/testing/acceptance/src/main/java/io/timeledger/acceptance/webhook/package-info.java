/// Black-box trials of webhook-dispatcher, which inject faults and count what arrives.
@NullMarked
package io.timeledger.acceptance.webhook;

import org.jspecify.annotations.NullMarked;
