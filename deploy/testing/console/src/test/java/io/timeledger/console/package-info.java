/// The console as people use it: in a browser, on the whole platform.
@NullMarked
package io.timeledger.console;

import org.jspecify.annotations.NullMarked;
