/// Services as an operator meets them.
@NullMarked
package io.timeledger.acceptance.process;

import org.jspecify.annotations.NullMarked;
