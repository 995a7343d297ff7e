/// Random changes of calendars by seed, and the blocks that must come of a state. What is tested
/// against the twin is judged by this.
@NullMarked
package io.timeledger.twin.script;

import org.jspecify.annotations.NullMarked;
