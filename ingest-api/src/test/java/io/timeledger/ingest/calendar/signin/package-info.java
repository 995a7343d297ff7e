/// Tests of sign-ins, without a platform.
@NullMarked
package io.timeledger.ingest.calendar.signin;

import org.jspecify.annotations.NullMarked;
