/// Whether what clients were told is what became of it. Knows the public contract alone: topics as
/// JSON, SQL views and the REST interface.
@NullMarked
package io.timeledger.acceptance.check;

import org.jspecify.annotations.NullMarked;
