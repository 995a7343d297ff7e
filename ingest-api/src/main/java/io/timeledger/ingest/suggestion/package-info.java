/// What members worked on before, for those who record time again.
@NullMarked
package io.timeledger.ingest.suggestion;

import org.jspecify.annotations.NullMarked;
