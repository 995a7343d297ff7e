/// Tests of what services offer to whoever runs them.
@NullMarked
package io.timeledger.operations;

import org.jspecify.annotations.NullMarked;
