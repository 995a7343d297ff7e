package io.timeledger.schemas.event;

import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.UserId;

/// Who made an event happen, and by which door.
public record EventAuthor(UserId userId, CommandOrigin via) {}
