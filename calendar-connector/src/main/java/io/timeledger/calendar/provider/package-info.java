/// What a calendar provider can be asked, and what its answers have in common.
@NullMarked
package io.timeledger.calendar.provider;

import org.jspecify.annotations.NullMarked;
