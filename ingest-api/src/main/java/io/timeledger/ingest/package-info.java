/// The public HTTP surface: it authenticates, checks form, publishes commands and answers from
/// the read models. It decides no business rule.
@NullMarked
package io.timeledger.ingest;

import org.jspecify.annotations.NullMarked;
