/// One-off operator commands, run instead of the service.
@NullMarked
package io.timeledger.streams.operator;

import org.jspecify.annotations.NullMarked;
