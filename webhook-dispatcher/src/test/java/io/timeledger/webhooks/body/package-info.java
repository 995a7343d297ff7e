/// What is rendered.
@NullMarked
package io.timeledger.webhooks.body;

import org.jspecify.annotations.NullMarked;
