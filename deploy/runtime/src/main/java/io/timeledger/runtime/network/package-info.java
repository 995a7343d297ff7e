/// Address ranges and allowed ports.
@NullMarked
package io.timeledger.runtime.network;

import org.jspecify.annotations.NullMarked;
