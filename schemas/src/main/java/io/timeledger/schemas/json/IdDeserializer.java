package io.timeledger.schemas.json;

import io.timeledger.schemas.id.Id;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

final class IdDeserializer<T extends Id> extends StdDeserializer<T> {
  private final Class<T> type;
  private final MethodHandle constructor;

  IdDeserializer(Class<T> type, MethodHandle constructor) {
    super(type);
    this.type = type;
    this.constructor = constructor;
  }

  @Override
  public @Nullable T deserialize(JsonParser json, DeserializationContext context) {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return type.cast(context.handleUnexpectedToken(context.constructType(type), json));
    }
    String text = json.getString();
    if (!Id.isValid(text)) {
      throw context.weirdStringException(
          text, type, "not an id (1 to 64 characters of A-Z a-z 0-9 _ - . :)");
    }
    return construct(text);
  }

  private T construct(String text) {
    try {
      return type.cast(constructor.invoke(text));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
