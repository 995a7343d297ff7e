package io.timeledger.schemas.json;

import static io.timeledger.schemas.reply.ErrorCode.VALIDATION_FAILED;

import io.timeledger.schemas.id.Id;
import java.lang.invoke.MethodHandle;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

final class IdDeserializer<T extends Id> extends StdDeserializer<T> {
  private final Class<T> type;
  private final MethodHandle constructor;
  private final Predicate<String> rule;

  IdDeserializer(Class<T> type, MethodHandle constructor, Predicate<String> rule) {
    super(type);
    this.type = type;
    this.constructor = constructor;
    this.rule = rule;
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      throw BrokenRuleException.wrongType(json, type, "Expected " + Id.RULE + ".");
    }
    String text = json.getString();
    if (!rule.test(text)) {
      throw new BrokenRuleException(
          json, type, "invalid_id", VALIDATION_FAILED, "Expected " + Id.RULE + ".");
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
