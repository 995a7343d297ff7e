/// Google Calendar API v3: lists, sync tokens, push channels.
@NullMarked
package io.timeledger.twin.google;

import org.jspecify.annotations.NullMarked;
