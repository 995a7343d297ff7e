/// Time on invoices.
@NullMarked
package io.timeledger.ingest.invoice;

import org.jspecify.annotations.NullMarked;
