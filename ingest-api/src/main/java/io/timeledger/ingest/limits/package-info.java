/// Rate limits per caller: token buckets in memory, per instance of the API.
@NullMarked
package io.timeledger.ingest.limits;

import org.jspecify.annotations.NullMarked;
