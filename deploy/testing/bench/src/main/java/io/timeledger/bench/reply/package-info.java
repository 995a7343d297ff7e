/// Compares two ways to send requests over the log and to receive their replies.
@NullMarked
package io.timeledger.bench.reply;

import org.jspecify.annotations.NullMarked;
