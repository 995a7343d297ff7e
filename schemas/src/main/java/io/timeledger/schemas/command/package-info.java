/// What callers ask the ledger to do: form is checked, nothing is decided yet.
@NullMarked
package io.timeledger.schemas.command;

import org.jspecify.annotations.NullMarked;
