package io.timeledger.schemas.event;

import io.timeledger.schemas.command.Via;
import io.timeledger.schemas.id.UserId;

/// Who made an event happen, and by which door.
public record Author(UserId userId, Via via) {}
