package io.timeledger.twin.fault;

import io.timeledger.twin.state.Vendor;
import java.util.Optional;

/// A fault, and whom it meets.
///
/// @param times how many answers, pages or pushes are left for it; endless ones have 2,147,483,647
/// @param path a part of the path that a call must have
/// @param retryAfter seconds
/// @param size of pages or titles
public record PlannedFault(
    FaultKind kind,
    int times,
    Optional<Vendor> vendor,
    Optional<String> account,
    Optional<String> path,
    int retryAfter,
    int size) {
  public static final int ENDLESS = Integer.MAX_VALUE;

  boolean meets(Vendor calledVendor, String calledAccount, String calledPath) {
    return vendor.filter(only -> only != calledVendor).isEmpty()
        && account.filter(only -> !only.equals(calledAccount)).isEmpty()
        && path.map(calledPath::contains).orElseGet(() -> isApi(calledPath));
  }

  PlannedFault used() {
    return times == ENDLESS
        ? this
        : new PlannedFault(kind, times - 1, vendor, account, path, retryAfter, size);
  }

  /// Sign-in fails only where the path of the fault names it.
  private static boolean isApi(String path) {
    return path.contains("/calendar/v3/") || path.contains("/v1.0/");
  }
}
