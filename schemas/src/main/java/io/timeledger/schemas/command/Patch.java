package io.timeledger.schemas.command;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One field of a JSON merge patch (RFC 7396): absent leaves the value, null clears it.
///
/// @param present whether the field was sent
/// @param value undefined unless present
public record Patch<T>(boolean present, @Nullable T value) {
  private static final Patch<?> ABSENT = new Patch<>(false, null);

  @SuppressWarnings("unchecked") // holds no value, so it fits any type
  public static <T> Patch<T> absent() {
    return (Patch<T>) ABSENT;
  }

  public static <T> Patch<T> of(@Nullable T value) {
    return new Patch<>(true, value);
  }

  /// The value after the patch.
  public @Nullable T orKeep(@Nullable T current) {
    return present ? value : current;
  }

  /// The value after the patch, for a field that cannot be cleared: null leaves it too.
  public T orKeepNonNull(T current) {
    T patched = value;
    return present && patched != null ? patched : current;
  }

  public void ifPresent(Consumer<? super @Nullable T> action) {
    if (present) {
      action.accept(value);
    }
  }
}
