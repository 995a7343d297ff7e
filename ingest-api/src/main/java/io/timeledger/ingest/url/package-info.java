/// The form of URLs that a service is asked to call.
@NullMarked
package io.timeledger.ingest.url;

import org.jspecify.annotations.NullMarked;
