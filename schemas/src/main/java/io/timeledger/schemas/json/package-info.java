/// The JSON forms of the contracts: one mapper, one codec per contract.
@NullMarked
package io.timeledger.schemas.json;

import org.jspecify.annotations.NullMarked;
