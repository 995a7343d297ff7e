package io.timeledger.ingest.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Slots measured by a client.
record ActivitiesBody(@Nullable List<@Nullable SlotBody> slots) {}
