/// Claims what is due, calls, and writes down what came of it.
@NullMarked
package io.timeledger.webhooks.engine;

import org.jspecify.annotations.NullMarked;
