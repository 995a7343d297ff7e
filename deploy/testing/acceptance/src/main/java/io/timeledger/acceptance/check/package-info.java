/// Invariants that compare client responses with the final data, by public contracts alone: topics
/// as JSON, SQL views and REST.
@NullMarked
package io.timeledger.acceptance.check;

import org.jspecify.annotations.NullMarked;
