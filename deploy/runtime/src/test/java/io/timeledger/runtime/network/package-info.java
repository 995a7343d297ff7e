/// Addresses and ports.
@NullMarked
package io.timeledger.runtime.network;

import org.jspecify.annotations.NullMarked;
