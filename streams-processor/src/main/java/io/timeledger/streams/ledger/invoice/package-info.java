/// Adding time to invoices and removing it.
@NullMarked
package io.timeledger.streams.ledger.invoice;

import org.jspecify.annotations.NullMarked;
