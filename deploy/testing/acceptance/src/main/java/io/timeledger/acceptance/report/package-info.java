/// The results of a run, on one page.
@NullMarked
package io.timeledger.acceptance.report;

import org.jspecify.annotations.NullMarked;
