/// Errors as the envelope that every caller gets.
@NullMarked
package io.timeledger.ingest.web.error;

import org.jspecify.annotations.NullMarked;
