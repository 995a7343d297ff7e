/// How many requests a caller may send: token buckets in memory, counted per instance of the API.
@NullMarked
package io.timeledger.ingest.limits;

import org.jspecify.annotations.NullMarked;
