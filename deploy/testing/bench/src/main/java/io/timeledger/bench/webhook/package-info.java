/// How fast webhooks are delivered, beside a dispatcher that does one thing after the other.
@NullMarked
package io.timeledger.bench.webhook;

import org.jspecify.annotations.NullMarked;
