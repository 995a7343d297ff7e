/// Weeks that go past the threshold of their workspace.
@NullMarked
package io.timeledger.streams.ledger.overtime;

import org.jspecify.annotations.NullMarked;
