/// The path of a command: id, hash, publishing, waiting for the reply, response.
@NullMarked
package io.timeledger.ingest.command;

import org.jspecify.annotations.NullMarked;
