/// What webhook-dispatcher promises, tried from outside: a log to write to, receivers that do as
/// they are told, and trials that harm the dispatcher and count what arrives.
@NullMarked
package io.timeledger.acceptance.webhook;

import org.jspecify.annotations.NullMarked;
