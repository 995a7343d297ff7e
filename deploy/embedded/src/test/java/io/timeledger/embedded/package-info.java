/// The servers' promises: they keep data, refuse a second holder, and leave nothing behind.
@NullMarked
package io.timeledger.embedded;

import org.jspecify.annotations.NullMarked;
