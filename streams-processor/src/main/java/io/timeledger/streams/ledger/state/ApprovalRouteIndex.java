package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StateTable.APPROVAL_ROUTE;
import static io.timeledger.streams.ledger.state.StateTable.APPROVAL_ROUTE_KEY;

import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.resource.ApprovalRoute;
import io.timeledger.schemas.resource.RouteScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Approval routes by id, and those that are not deleted by scope.
record ApprovalRouteIndex(StateTables tables) {

  Optional<ApprovalRoute> route(RouteId id) {
    return tables.find(APPROVAL_ROUTE, id.value());
  }

  /// @param scopeId null for the workspace
  Optional<ApprovalRoute> route(RouteScope scope, @Nullable String scopeId) {
    return tables.find(APPROVAL_ROUTE, APPROVAL_ROUTE_KEY, key(scope, scopeId));
  }

  void put(ApprovalRoute after, @Nullable ApprovalRoute before) {
    if (before != null && before.deletedAt() == null) {
      tables.delete(APPROVAL_ROUTE_KEY, key(before.scope(), before.scopeId()));
    }
    tables.put(APPROVAL_ROUTE, after.id().value(), after);
    if (after.deletedAt() == null) {
      tables.put(APPROVAL_ROUTE_KEY, key(after.scope(), after.scopeId()), after.id().value());
    }
  }

  private static String key(RouteScope scope, @Nullable String scopeId) {
    return scope + "/" + (scopeId == null ? "" : scopeId);
  }
}
