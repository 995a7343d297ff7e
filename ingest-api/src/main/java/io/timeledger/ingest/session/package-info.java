/// Sessions of browsers: opening, renewing and ending them.
@NullMarked
package io.timeledger.ingest.session;

import org.jspecify.annotations.NullMarked;
