/// Reports over millions of entries, beside plain SQL over the same entries.
@NullMarked
package io.timeledger.bench.report;

import org.jspecify.annotations.NullMarked;
