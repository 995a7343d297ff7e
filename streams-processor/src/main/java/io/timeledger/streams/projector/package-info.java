/// Read models in Postgres, folded from the events exactly once, and their rebuild.
@NullMarked
package io.timeledger.streams.projector;

import org.jspecify.annotations.NullMarked;
