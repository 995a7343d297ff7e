/// Text rules shared by request validation and the ledger's decisions.
@NullMarked
package io.timeledger.schemas.text;

import org.jspecify.annotations.NullMarked;
