/// Read models in Postgres, projected exactly once from the events, and their rebuild.
@NullMarked
package io.timeledger.streams.projector;

import org.jspecify.annotations.NullMarked;
