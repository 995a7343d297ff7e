/// Command lines as a user meets them.
@NullMarked
package io.timeledger.cli;

import org.jspecify.annotations.NullMarked;
