/// A client of the REST API that knows none of the platform's classes.
@NullMarked
package io.timeledger.harness.rest;

import org.jspecify.annotations.NullMarked;
