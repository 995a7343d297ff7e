/// Faults as they come.
@NullMarked
package io.timeledger.acceptance.fault;

import org.jspecify.annotations.NullMarked;
