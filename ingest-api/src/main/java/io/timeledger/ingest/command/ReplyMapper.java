package io.timeledger.ingest.command;

import io.timeledger.schemas.reply.Reply;
import tools.jackson.databind.JsonNode;

/// What an accepted command is answered with.
@FunctionalInterface
public interface ReplyMapper {
  JsonNode of(Reply reply);
}
