package io.timeledger.ingest.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body of a batch. Items are parsed one by one, so that an invalid one does not fail the rest.
///
/// @param atomic null means false
record BatchBody(@Nullable Boolean atomic, @Nullable List<JsonNode> items) {}
