/// What tests of the dispatcher are made with: a log, a scripted receiver, a running service.
@NullMarked
package io.timeledger.webhooks.testkit;

import org.jspecify.annotations.NullMarked;
