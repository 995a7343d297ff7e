/// Fault injection while clients work, reproducible by seed.
@NullMarked
package io.timeledger.acceptance.fault;

import org.jspecify.annotations.NullMarked;
