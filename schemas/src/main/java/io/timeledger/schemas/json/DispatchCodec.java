package io.timeledger.schemas.json;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.webhook.DispatchCommand;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Commands to the dispatcher as `{"id", "workspace_id", "actor", "body_hash", "type", "command"}`.
/// `type` is the record's `@JsonTypeName`.
public final class DispatchCodec implements Codec<DispatchEnvelope> {
  private static final Map<String, Class<?>> TYPES =
      Arrays.stream(DispatchCommand.class.getPermittedSubclasses())
          .collect(Collectors.toUnmodifiableMap(CommandCodec::typeOf, Function.identity()));

  private record Wire(
      String id,
      WorkspaceId workspaceId,
      Actor actor,
      String bodyHash,
      String type,
      JsonNode command) {}

  @Override
  public byte[] write(DispatchEnvelope envelope) {
    return Json.MAPPER.writeValueAsBytes(
        new Wire(
            envelope.id(),
            envelope.workspaceId(),
            envelope.actor(),
            envelope.bodyHash(),
            CommandCodec.typeOf(envelope.command().getClass()),
            Json.MAPPER.valueToTree(envelope.command())));
  }

  @Override
  public DispatchEnvelope read(byte[] bytes) {
    try {
      Wire wire = Json.MAPPER.readValue(bytes, Wire.class);
      Class<?> type = TYPES.get(wire.type());
      if (type == null) {
        throw new IllegalArgumentException("command type: " + wire.type());
      }
      DispatchEnvelope envelope =
          new DispatchEnvelope(
              wire.id(),
              wire.workspaceId(),
              wire.actor(),
              wire.bodyHash(),
              (DispatchCommand) Json.MAPPER.treeToValue(wire.command(), type));
      ContractValidator.require(envelope);
      return envelope;
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new MalformedException(DispatchEnvelope.class, e);
    }
  }
}
