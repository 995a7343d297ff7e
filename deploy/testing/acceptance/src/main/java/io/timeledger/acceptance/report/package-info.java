/// What a run comes to, on one page.
@NullMarked
package io.timeledger.acceptance.report;

import org.jspecify.annotations.NullMarked;
