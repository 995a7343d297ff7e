/// Automation rules and their effects on entries.
@NullMarked
package io.timeledger.streams.ledger.rule;

import org.jspecify.annotations.NullMarked;
