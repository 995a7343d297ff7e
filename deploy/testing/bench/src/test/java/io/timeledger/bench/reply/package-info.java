@NullMarked
package io.timeledger.bench.reply;

import org.jspecify.annotations.NullMarked;
