package io.timeledger.schemas.json;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.Precondition;
import io.timeledger.schemas.command.Preview;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.restricted.RequestInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Commands as `{"id", "workspace_id", "actor", "body_hash", "request", "type", "command"}`. `type`
/// is the record's `@JsonTypeName`, so that renaming a record does not change it. The command of a
/// preview is itself `{"type", "command"}`.
public final class CommandCodec implements Codec<CommandEnvelope> {
  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> command) {
          return nameOf(command);
        }
      };
  private static final Map<String, Class<?>> TYPES =
      leaves(Command.class)
          .collect(Collectors.toUnmodifiableMap(CommandCodec::nameOf, Function.identity()));

  private record Wire(
      String id,
      WorkspaceId workspaceId,
      Actor actor,
      String bodyHash,
      @Nullable RequestInfo request,
      String type,
      JsonNode command,
      @Nullable Precondition precondition) {}

  /// The write side of [Wire].
  private record Written(
      String id,
      WorkspaceId workspaceId,
      Actor actor,
      String bodyHash,
      @Nullable RequestInfo request,
      String type,
      Object command,
      @JsonInclude(NON_NULL) @Nullable Precondition precondition) {}

  /// The command of a preview.
  private record Inner(String type, JsonNode command) {
    static Inner of(Command command) {
      return new Inner(typeOf(command.getClass()), Json.MAPPER.valueToTree(command));
    }
  }

  /// The wire names of all commands.
  static Set<String> types() {
    return TYPES.keySet();
  }

  /// The wire name of a command, as in `create_entry`.
  public static String typeOf(Class<?> command) {
    return NAMES.get(command);
  }

  private static String nameOf(Class<?> command) {
    JsonTypeName name = command.getAnnotation(JsonTypeName.class);
    if (name == null) {
      throw new IllegalStateException(command + " has no @JsonTypeName");
    }
    return name.value();
  }

  @Override
  public byte[] write(CommandEnvelope envelope) {
    return Json.MAPPER.writeValueAsBytes(
        new Written(
            envelope.id(),
            envelope.workspaceId(),
            envelope.actor(),
            envelope.bodyHash(),
            envelope.request(),
            typeOf(envelope.command().getClass()),
            envelope.command() instanceof Preview preview
                ? Inner.of(preview.command())
                : envelope.command(),
            envelope.precondition()));
  }

  @Override
  public CommandEnvelope read(byte[] bytes) {
    try {
      Wire wire = Json.MAPPER.readValue(bytes, Wire.class);
      RequestInfo request = wire.request();
      CommandEnvelope envelope =
          new CommandEnvelope(
              wire.id(),
              wire.workspaceId(),
              wire.actor(),
              wire.bodyHash(),
              request == null ? RequestInfo.NONE : request,
              command(wire.type(), wire.command()),
              wire.precondition());
      ContractValidator.require(envelope);
      return envelope;
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new MalformedException(CommandEnvelope.class, e);
    }
  }

  private static Command command(String type, JsonNode body) {
    Class<?> known = TYPES.get(type);
    if (known == null) {
      throw new IllegalArgumentException("command type: " + type);
    }
    if (known == Preview.class) {
      Inner inner = Json.MAPPER.treeToValue(body, Inner.class);
      return new Preview(command(inner.type(), inner.command()));
    }
    return (Command) Json.MAPPER.treeToValue(body, known);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CommandCodec::leaves)
        : Stream.of(type);
  }
}
