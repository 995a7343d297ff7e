package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.id.BlockId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a request for several blocks.
///
/// @param ids 1 to 100
/// @param useProposals null means true; only for conversion
record BlockIdsBody(@Nullable List<@Nullable BlockId> ids, @Nullable Boolean useProposals) {
  private static final int MOST = 100;

  List<BlockId> checkedIds() {
    FieldValidator form = new FieldValidator();
    List<BlockId> checked = form.elements("ids", ids).stream().distinct().toList();
    if (ids == null || ids.isEmpty()) {
      form.fail("ids", "required", "At least one id is needed.");
    } else if (ids.size() > MOST) {
      form.fail("ids", "too_many", "At most %d ids.".formatted(MOST));
    }
    form.check();
    return checked;
  }

  boolean usesProposals() {
    return !Boolean.FALSE.equals(useProposals);
  }
}
