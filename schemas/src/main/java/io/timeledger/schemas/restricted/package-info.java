/// Types for private topics only: secrets, hashes of secrets, personal data; no resource, event,
/// reply or webhook can contain one.
@NullMarked
package io.timeledger.schemas.restricted;

import org.jspecify.annotations.NullMarked;
