/// Public names, address ranges and ports; whether providers can call the platform.
@NullMarked
package io.timeledger.runtime.network;

import org.jspecify.annotations.NullMarked;
