/// The record of calls, and how many a mailbox has at once.
@NullMarked
package io.timeledger.twin.traffic;

import org.jspecify.annotations.NullMarked;
