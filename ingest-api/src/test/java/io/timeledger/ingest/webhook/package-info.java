/// Where webhooks may lead, without a platform.
@NullMarked
package io.timeledger.ingest.webhook;

import org.jspecify.annotations.NullMarked;
