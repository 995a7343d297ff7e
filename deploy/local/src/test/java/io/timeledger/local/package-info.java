/// The shell commands' promises, tried without the services behind them.
@NullMarked
package io.timeledger.local;

import org.jspecify.annotations.NullMarked;
