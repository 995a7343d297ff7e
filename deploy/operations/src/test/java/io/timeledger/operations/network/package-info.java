/// Addresses and ports.
@NullMarked
package io.timeledger.operations.network;

import org.jspecify.annotations.NullMarked;
