package io.timeledger.twin.fault;

import io.timeledger.twin.state.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/// The faults to come. Of those that meet a call the oldest is used.
public final class FaultPlan {
  private final List<PlannedFault> planned = new ArrayList<>();
  private CountDownLatch cleared = new CountDownLatch(1);

  public synchronized void add(PlannedFault fault) {
    planned.add(fault);
  }

  /// Ends all faults; who hangs is let go.
  public synchronized void clear() {
    planned.clear();
    cleared.countDown();
    cleared = new CountDownLatch(1);
  }

  public synchronized List<PlannedFault> all() {
    return List.copyOf(planned);
  }

  Optional<PlannedFault> answer(Vendor vendor, String account, String path) {
    return take(
        fault -> fault.kind().at(FaultKind.Place.ANSWER) && fault.meets(vendor, account, path));
  }

  Optional<PlannedFault> page(FaultKind kind, Vendor vendor, String account, String path) {
    return take(fault -> fault.kind() == kind && fault.meets(vendor, account, path));
  }

  /// Uses a fault of pushes up, if there is one for the address.
  public boolean push(FaultKind kind, Vendor vendor, String account, String path) {
    return take(fault -> fault.kind() == kind && fault.meets(vendor, account, "/v1.0/" + path))
        .isPresent();
  }

  synchronized CountDownLatch cleared() {
    return cleared;
  }

  private synchronized Optional<PlannedFault> take(Predicate<PlannedFault> wanted) {
    for (int i = 0; i < planned.size(); i++) {
      PlannedFault fault = planned.get(i);
      if (wanted.test(fault)) {
        PlannedFault left = fault.used();
        if (left.times() > 0) {
          planned.set(i, left);
        } else {
          planned.remove(i);
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
