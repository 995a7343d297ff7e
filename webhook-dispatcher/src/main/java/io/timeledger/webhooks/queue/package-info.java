/// Claims what is due in fair turns, calls, and has it written down what came of it.
@NullMarked
package io.timeledger.webhooks.queue;

import org.jspecify.annotations.NullMarked;
