package io.timeledger.schemas.visibility;

import io.timeledger.schemas.resource.Include;
import io.timeledger.schemas.resource.Permission;
import org.jspecify.annotations.Nullable;

/// Who sees one field.
///
/// @param needed null when the field never leaves the platform's own topics
/// @param ownerToo whether the `user_id` of the resource sees it without the permission
/// @param included what a webhook must include to carry it; null when no webhook may
record FieldRule(@Nullable Permission needed, boolean ownerToo, @Nullable Include included) {

  boolean allows(Viewer viewer, boolean isOwner) {
    return (needed != null && viewer.may(needed)) || (ownerToo && isOwner);
  }
}
