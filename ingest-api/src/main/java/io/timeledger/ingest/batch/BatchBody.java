package io.timeledger.ingest.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body of a batch. Its items are read one by one, so that a bad one does not spoil the rest.
///
/// @param atomic null means false
record BatchBody(@Nullable Boolean atomic, @Nullable List<JsonNode> items) {}
