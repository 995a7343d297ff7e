/// The running entry of a member.
@NullMarked
package io.timeledger.ingest.timer;

import org.jspecify.annotations.NullMarked;
