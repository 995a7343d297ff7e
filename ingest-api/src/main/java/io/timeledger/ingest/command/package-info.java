/// From a request to a decision: ids, hashes, the wait for the reply, and the answer.
@NullMarked
package io.timeledger.ingest.command;

import org.jspecify.annotations.NullMarked;
