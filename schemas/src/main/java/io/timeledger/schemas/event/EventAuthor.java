package io.timeledger.schemas.event;

import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.UserId;

/// The member who caused an event, and the channel.
public record EventAuthor(UserId userId, CommandOrigin via) {}
