/// Automation rules: what becomes of entries by their own looks.
@NullMarked
package io.timeledger.streams.ledger.rule;

import org.jspecify.annotations.NullMarked;
