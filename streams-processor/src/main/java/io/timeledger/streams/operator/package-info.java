/// What an operator asks of the service once, instead of running it.
@NullMarked
package io.timeledger.streams.operator;

import org.jspecify.annotations.NullMarked;
