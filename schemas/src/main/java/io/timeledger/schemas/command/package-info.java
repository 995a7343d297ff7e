/// Commands to the ledger: validated in form, not yet decided.
@NullMarked
package io.timeledger.schemas.command;

import org.jspecify.annotations.NullMarked;
