/// What somebody asks for: tests, redeliveries and replays.
@NullMarked
package io.timeledger.webhooks.control;

import org.jspecify.annotations.NullMarked;
