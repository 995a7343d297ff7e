package io.timeledger.schemas.json;

import io.timeledger.schemas.command.Patch;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads the value by the type argument of the field, and distinguishes null from absent.
@SuppressWarnings("rawtypes") // Jackson looks up deserializers by raw class
final class PatchDeserializer extends StdDeserializer<Patch> {
  private final @Nullable JavaType valueType;

  PatchDeserializer() {
    this(null);
  }

  private PatchDeserializer(@Nullable JavaType valueType) {
    super(Patch.class);
    this.valueType = valueType;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JavaType type = property == null ? context.getContextualType() : property.getType();
    return new PatchDeserializer(type == null ? null : type.containedTypeOrUnknown(0));
  }

  @Override
  public Patch<?> deserialize(JsonParser json, DeserializationContext context) {
    JavaType type = valueType == null ? context.constructType(Object.class) : valueType;
    Object value = context.readValue(json, type);
    return Patch.of(value);
  }

  @Override
  public Patch<?> getNullValue(DeserializationContext context) {
    return Patch.of(null);
  }

  @Override
  public Patch<?> getAbsentValue(DeserializationContext context) {
    return Patch.absent();
  }
}
