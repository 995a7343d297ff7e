/// Bodies within their bounds: size, pace, encoding.
@NullMarked
package io.timeledger.ingest.web.body;

import org.jspecify.annotations.NullMarked;
