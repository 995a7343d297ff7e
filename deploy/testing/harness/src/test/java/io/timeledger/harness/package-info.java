@NullMarked
package io.timeledger.harness;

import org.jspecify.annotations.NullMarked;
