/// Directory records that something else names, made as stubs where they are missing.
@NullMarked
package io.timeledger.streams.ledger.reference;

import org.jspecify.annotations.NullMarked;
