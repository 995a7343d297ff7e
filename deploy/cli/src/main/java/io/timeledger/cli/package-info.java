/// Command lines: parsed by picocli, with one form of help, errors and exit status.
@NullMarked
package io.timeledger.cli;

import org.jspecify.annotations.NullMarked;
