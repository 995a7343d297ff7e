/// The rules of the engine, and its loops by themselves.
@NullMarked
package io.timeledger.webhooks.engine;

import org.jspecify.annotations.NullMarked;
