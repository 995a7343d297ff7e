/// Settings and readiness, shared by all parts of the service.
@NullMarked
package io.timeledger.streams.platform;

import org.jspecify.annotations.NullMarked;
