/// Field visibility, generated from `x-visibility` in the JSON Schemas, for API, change feed,
/// exports and webhooks.
@NullMarked
package io.timeledger.schemas.visibility;

import org.jspecify.annotations.NullMarked;
