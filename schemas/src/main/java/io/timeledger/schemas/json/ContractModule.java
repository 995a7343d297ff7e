package io.timeledger.schemas.json;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.Id;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Predicate;
import tools.jackson.databind.module.SimpleModule;

/// Ids as plain strings, patches as fields that may be absent.
final class ContractModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  /// @param idRule accepts valid ids
  ContractModule(Predicate<String> idRule) {
    super("contracts");
    addSerializer(Patch.class, new PatchSerializer());
    addDeserializer(Patch.class, new PatchDeserializer());
    for (Class<?> type : Id.class.getPermittedSubclasses()) {
      addId(type.asSubclass(Id.class), idRule);
    }
  }

  private <T extends Id> void addId(Class<T> type, Predicate<String> idRule) {
    addSerializer(type, new IdSerializer<>(type));
    addDeserializer(type, new IdDeserializer<>(type, constructor(type), idRule));
  }

  private static MethodHandle constructor(Class<? extends Id> type) {
    try {
      return MethodHandles.lookup()
          .findConstructor(type, MethodType.methodType(void.class, String.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " is not a record of one string", e);
    }
  }
}
