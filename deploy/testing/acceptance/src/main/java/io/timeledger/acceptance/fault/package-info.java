/// What is done to the platform while clients work, from a seed.
@NullMarked
package io.timeledger.acceptance.fault;

import org.jspecify.annotations.NullMarked;
