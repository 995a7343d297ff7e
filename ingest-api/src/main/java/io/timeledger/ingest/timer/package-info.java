/// The running timer of a member.
@NullMarked
package io.timeledger.ingest.timer;

import org.jspecify.annotations.NullMarked;
