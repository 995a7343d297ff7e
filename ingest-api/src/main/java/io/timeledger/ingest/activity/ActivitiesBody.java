package io.timeledger.ingest.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Slots that a client measured.
record ActivitiesBody(@Nullable List<@Nullable SlotBody> slots) {}
