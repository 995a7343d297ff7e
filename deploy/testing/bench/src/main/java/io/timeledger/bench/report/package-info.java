/// Reports over millions of entries, compared with plain SQL over the same entries.
@NullMarked
package io.timeledger.bench.report;

import org.jspecify.annotations.NullMarked;
