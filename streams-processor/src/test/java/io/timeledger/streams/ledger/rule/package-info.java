/// Tests of the automation rules' parts.
@NullMarked
package io.timeledger.streams.ledger.rule;

import org.jspecify.annotations.NullMarked;
