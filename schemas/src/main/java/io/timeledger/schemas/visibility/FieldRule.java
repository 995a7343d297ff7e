package io.timeledger.schemas.visibility;

import io.timeledger.schemas.resource.Permission;
import org.jspecify.annotations.Nullable;

/// Who sees one field.
///
/// @param needed null when nobody sees it outside the platform's own topics
/// @param ownerToo whether the `user_id` of the resource sees it without the permission
record FieldRule(@Nullable Permission needed, boolean ownerToo) {

  boolean allows(Viewer viewer, boolean isOwner) {
    return (needed != null && viewer.may(needed)) || (ownerToo && isOwner);
  }
}
