/// Black-box tests of webhook-dispatcher: a log to write to, scripted receivers, and trials that
/// inject faults and count what arrives.
@NullMarked
package io.timeledger.acceptance.webhook;

import org.jspecify.annotations.NullMarked;
