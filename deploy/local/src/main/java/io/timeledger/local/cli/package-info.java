/// Command lines: options, usage errors and the words for failures.
@NullMarked
package io.timeledger.local.cli;

import org.jspecify.annotations.NullMarked;
