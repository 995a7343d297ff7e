/// Members, projects, tasks and clients, as the customer's other systems know them.
@NullMarked
package io.timeledger.streams.ledger.directory;

import org.jspecify.annotations.NullMarked;
