package io.timeledger.webhooks.control;

import io.timeledger.schemas.webhook.DispatchReply;
import java.util.Optional;

/// A command that was taken before.
///
/// @param reply empty until there is one
public record HandledDispatch(String bodyHash, Optional<DispatchReply> reply) {}
