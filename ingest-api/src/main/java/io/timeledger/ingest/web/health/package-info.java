/// Whether the service is live and ready.
@NullMarked
package io.timeledger.ingest.web.health;

import org.jspecify.annotations.NullMarked;
