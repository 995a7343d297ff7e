/// What is done from time to time, such as dropping what is too old.
@NullMarked
package io.timeledger.webhooks.retention;

import org.jspecify.annotations.NullMarked;
