/// Settings of the service.
@NullMarked
package io.timeledger.streams.platform;

import org.jspecify.annotations.NullMarked;
