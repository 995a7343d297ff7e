/// Addresses and ports: what a service may trust, and where it may call.
@NullMarked
package io.timeledger.runtime.network;

import org.jspecify.annotations.NullMarked;
