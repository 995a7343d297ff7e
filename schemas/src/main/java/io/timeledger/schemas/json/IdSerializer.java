package io.timeledger.schemas.json;

import io.timeledger.schemas.id.Id;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

final class IdSerializer<T extends Id> extends StdSerializer<T> {
  IdSerializer(Class<T> type) {
    super(type);
  }

  @Override
  public void serialize(T id, JsonGenerator json, SerializationContext context) {
    json.writeString(id.value());
  }
}
