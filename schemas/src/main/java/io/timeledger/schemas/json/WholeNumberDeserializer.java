package io.timeledger.schemas.json;

import java.math.BigDecimal;
import java.util.function.LongFunction;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Integers as in JSON Schema: any number without a fraction, so `600.0` and `6e2` too.
final class WholeNumberDeserializer<T extends Number> extends StdDeserializer<T> {
  private static final int MOST_DIGITS = 19;

  private final Class<T> type;
  private final BigDecimal least;
  private final BigDecimal most;
  private final LongFunction<T> make;

  WholeNumberDeserializer(Class<T> type, long least, long most, LongFunction<T> make) {
    super(type);
    this.type = type;
    this.least = BigDecimal.valueOf(least);
    this.most = BigDecimal.valueOf(most);
    this.make = make;
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) {
    if (!json.currentToken().isNumeric() || !isWhole(json.getDecimalValue())) {
      throw refused(json, "Expected a whole number.");
    }
    BigDecimal number = json.getDecimalValue();
    // Never writes out the digits of 1e999999999.
    if ((long) number.precision() - number.scale() > MOST_DIGITS
        || number.compareTo(least) < 0
        || number.compareTo(most) > 0) {
      throw refused(json, "Expected a whole number from %s to %s.".formatted(least, most));
    }
    return make.apply(number.longValueExact());
  }

  private static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  private BrokenRuleException refused(JsonParser json, String rule) {
    return BrokenRuleException.wrongType(json, type, rule);
  }
}
