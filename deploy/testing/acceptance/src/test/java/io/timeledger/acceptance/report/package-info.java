/// What a run comes to.
@NullMarked
package io.timeledger.acceptance.report;

import org.jspecify.annotations.NullMarked;
