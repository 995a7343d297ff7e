package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StateTable.RATE;
import static io.timeledger.streams.ledger.state.StateTable.RATE_KEY;

import io.timeledger.schemas.id.RateId;
import io.timeledger.schemas.resource.Rate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rates that are not deleted, by bucket and first day, and by id.
record RateIndex(StateTables tables) {

  Optional<Rate> rate(RateId id) {
    return tables.find(RATE, RATE_KEY, id.value());
  }

  Collection<Rate> rates(RateBucket bucket) {
    return tables.withPrefix(RATE, bucket.keyPrefix());
  }

  void put(Rate after, @Nullable Rate before) {
    if (before != null) {
      tables.delete(RATE, RateBucket.keyOf(before));
      tables.delete(RATE_KEY, before.id().value());
    }
    if (after.deletedAt() == null) {
      String key = RateBucket.keyOf(after);
      tables.put(RATE, key, after);
      tables.put(RATE_KEY, after.id().value(), key);
    }
  }
}
