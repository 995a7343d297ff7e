package io.timeledger.twin.fault;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.traffic.ApiCaller;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// How a page is cut from a list, faults included.
///
/// @param most items
/// @param titles length of titles, if they are replaced
public record PageShape(
    int most, boolean empty, boolean endless, boolean twice, OptionalInt titles) {

  /// @param pageSize the most items of a page without a fault
  public static Function<Call, PageShape> of(
      FaultPlan plan, ApiCaller.Lookup callers, int pageSize) {
    return call ->
        callers
            .of(call)
            .map(caller -> of(plan, caller, call.path(), pageSize))
            .orElseGet(() -> new PageShape(pageSize, false, false, false, OptionalInt.empty()));
  }

  private static PageShape of(FaultPlan plan, ApiCaller caller, String path, int pageSize) {
    Function<FaultKind, OptionalInt> find =
        kind ->
            plan.page(kind, caller.vendor(), caller.account(), path)
                .map(fault -> OptionalInt.of(fault.size()))
                .orElse(OptionalInt.empty());
    return new PageShape(
        Math.min(pageSize, find.apply(FaultKind.PAGE_SIZE).orElse(pageSize)),
        find.apply(FaultKind.EMPTY_PAGE).isPresent(),
        find.apply(FaultKind.ENDLESS_PAGES).isPresent(),
        find.apply(FaultKind.DUPLICATE_ITEMS).isPresent(),
        find.apply(FaultKind.HUGE_TITLES));
  }

  /// @param asked the most items that the caller wants
  public <T> Slice<T> slice(List<T> all, int offset, int asked) {
    if (empty) {
      return new Slice<>(List.of(), 0, true);
    }
    int from = Math.clamp(offset, 0, all.size());
    int to = (int) Math.min(all.size(), (long) from + Math.min(most, asked));
    List<T> items = all.subList(from, to);
    return new Slice<>(
        twice ? items.stream().flatMap(item -> Stream.of(item, item)).toList() : items,
        to - from,
        endless || to < all.size());
  }

  /// Replaces the title of an item, if it has one.
  public ObjectNode titled(ObjectNode item, String field) {
    if (titles.isPresent() && item.has(field)) {
      item.put(field, "x".repeat(titles.getAsInt()));
    }
    return item;
  }
}
