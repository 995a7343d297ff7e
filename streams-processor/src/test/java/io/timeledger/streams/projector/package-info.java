@NullMarked
package io.timeledger.streams.projector;

import org.jspecify.annotations.NullMarked;
