package io.timeledger.ingest.command;

import io.timeledger.schemas.reply.Reply;
import tools.jackson.databind.JsonNode;

/// Builds the response to an accepted command.
@FunctionalInterface
public interface ReplyMapper {
  JsonNode of(Reply reply);
}
