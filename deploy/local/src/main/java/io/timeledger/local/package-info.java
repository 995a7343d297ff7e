/// The whole platform in one JVM for one person's machine, and the shell commands that use it.
@NullMarked
package io.timeledger.local;

import org.jspecify.annotations.NullMarked;
