/// Calls of providers' JSON APIs, and the fields of their untrusted responses.
@NullMarked
package io.timeledger.calendar.provider.rest;

import org.jspecify.annotations.NullMarked;
