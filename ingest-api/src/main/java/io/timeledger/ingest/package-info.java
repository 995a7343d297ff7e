/// The public HTTP API: authenticates, validates form, publishes commands and answers from the read
/// models, but decides no business rule.
@NullMarked
package io.timeledger.ingest;

import org.jspecify.annotations.NullMarked;
