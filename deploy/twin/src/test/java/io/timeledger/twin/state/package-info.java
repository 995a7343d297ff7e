/// Versions, rules and times.
@NullMarked
package io.timeledger.twin.state;

import org.jspecify.annotations.NullMarked;
