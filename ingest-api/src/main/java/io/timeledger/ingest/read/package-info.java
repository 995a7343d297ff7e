/// What reads have in common: fresh enough for the caller, page by page.
@NullMarked
package io.timeledger.ingest.read;

import org.jspecify.annotations.NullMarked;
