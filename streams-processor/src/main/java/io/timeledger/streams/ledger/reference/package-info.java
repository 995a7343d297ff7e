/// References to directory records, with stubs created for missing ones.
@NullMarked
package io.timeledger.streams.ledger.reference;

import org.jspecify.annotations.NullMarked;
