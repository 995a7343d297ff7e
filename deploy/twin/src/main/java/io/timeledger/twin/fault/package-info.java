/// What goes wrong on demand.
@NullMarked
package io.timeledger.twin.fault;

import org.jspecify.annotations.NullMarked;
