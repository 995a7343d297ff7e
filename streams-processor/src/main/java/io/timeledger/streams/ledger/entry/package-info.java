/// Time entries: created, edited, deleted, imported.
@NullMarked
package io.timeledger.streams.ledger.entry;

import org.jspecify.annotations.NullMarked;
