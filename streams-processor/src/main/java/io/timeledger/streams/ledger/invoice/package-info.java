/// Time that is put on invoices and taken off them.
@NullMarked
package io.timeledger.streams.ledger.invoice;

import org.jspecify.annotations.NullMarked;
