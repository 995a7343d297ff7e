/// The settings of a workspace.
@NullMarked
package io.timeledger.streams.ledger.settings;

import org.jspecify.annotations.NullMarked;
