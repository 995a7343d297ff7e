/// Tests of what services offer to whoever runs them.
@NullMarked
package io.timeledger.runtime;

import org.jspecify.annotations.NullMarked;
