/// The whole platform in one JVM for one user's machine, and its shell commands.
@NullMarked
package io.timeledger.local;

import org.jspecify.annotations.NullMarked;
