/// The bytes that go out: rendered once, at intake.
@NullMarked
package io.timeledger.webhooks.body;

import org.jspecify.annotations.NullMarked;
