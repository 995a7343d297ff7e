package io.timeledger.schemas.json;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.ControlEnvelope;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Commands to a service as `{"id", "workspace_id", "actor", "body_hash", "type", "command"}`.
/// `type` is the record's `@JsonTypeName`.
///
/// @param <C> the sealed type of its commands
/// @param <E> its envelopes
public final class ControlCodec<C, E extends Record & ControlEnvelope<C>> implements Codec<E> {
  private final Class<E> envelope;
  private final Class<C> commands;
  private final Constructor<C, E> constructor;
  private final Map<String, Class<?>> types;

  /// The constructor of an envelope.
  public interface Constructor<C, E> {
    E of(String id, WorkspaceId workspaceId, Actor actor, String bodyHash, C command);
  }

  private record Wire(
      String id,
      WorkspaceId workspaceId,
      Actor actor,
      String bodyHash,
      String type,
      JsonNode command) {}

  public ControlCodec(Class<E> envelope, Class<C> commands, Constructor<C, E> constructor) {
    this.envelope = envelope;
    this.commands = commands;
    this.constructor = constructor;
    types =
        Arrays.stream(commands.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(CommandCodec::typeOf, Function.identity()));
  }

  @Override
  public byte[] write(E value) {
    return Json.MAPPER.writeValueAsBytes(
        new Wire(
            value.id(),
            value.workspaceId(),
            value.actor(),
            value.bodyHash(),
            CommandCodec.typeOf(value.command().getClass()),
            Json.MAPPER.valueToTree(value.command())));
  }

  @Override
  public E read(byte[] bytes) {
    try {
      Wire wire = Json.MAPPER.readValue(bytes, Wire.class);
      Class<?> type = types.get(wire.type());
      if (type == null) {
        throw new IllegalArgumentException("command type: " + wire.type());
      }
      E value =
          constructor.of(
              wire.id(),
              wire.workspaceId(),
              wire.actor(),
              wire.bodyHash(),
              commands.cast(Json.MAPPER.treeToValue(wire.command(), type)));
      ContractValidator.require(value);
      return value;
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new MalformedException(envelope, e);
    }
  }
}
