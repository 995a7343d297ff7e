/// The interface to calendar providers, and the types of their responses.
@NullMarked
package io.timeledger.calendar.provider;

import org.jspecify.annotations.NullMarked;
