/// Who may see what: built from `x-visibility` in the JSON Schemas, and used by API, change feed,
/// exports and webhooks alike.
@NullMarked
package io.timeledger.schemas.visibility;

import org.jspecify.annotations.NullMarked;
