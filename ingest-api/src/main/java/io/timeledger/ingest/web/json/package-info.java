/// Untrusted JSON to records, and records to checked values.
@NullMarked
package io.timeledger.ingest.web.json;

import org.jspecify.annotations.NullMarked;
