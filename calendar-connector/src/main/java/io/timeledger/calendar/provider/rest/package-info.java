/// Calls of providers' JSON APIs.
@NullMarked
package io.timeledger.calendar.provider.rest;

import org.jspecify.annotations.NullMarked;
