package io.timeledger.schemas.json;

import io.timeledger.schemas.command.Patch;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

@SuppressWarnings("rawtypes") // Jackson looks up serializers by raw class
final class PatchSerializer extends StdSerializer<Patch> {
  PatchSerializer() {
    super(Patch.class);
  }

  @Override
  public boolean isEmpty(SerializationContext context, Patch patch) {
    return !patch.present();
  }

  @Override
  public void serialize(Patch patch, JsonGenerator json, SerializationContext context) {
    json.writePOJO(patch.value());
  }
}
