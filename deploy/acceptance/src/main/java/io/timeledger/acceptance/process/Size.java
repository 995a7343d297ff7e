package io.timeledger.acceptance.process;

/// @param streamsProcessors how many instances of the streams-processor
/// @param ingestApis how many instances of the API
/// @param dispatchers how many instances of the webhook-dispatcher
public record Size(int streamsProcessors, int ingestApis, int dispatchers) {}
