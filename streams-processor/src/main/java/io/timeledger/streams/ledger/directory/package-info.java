/// Members, projects, tasks and clients, pushed by the customer's other systems.
@NullMarked
package io.timeledger.streams.ledger.directory;

import org.jspecify.annotations.NullMarked;
