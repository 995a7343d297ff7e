package io.timeledger.acceptance.process;

/// @param streamsProcessors how many instances of the streams-processor
/// @param ingestApis how many instances of the API
public record Size(int streamsProcessors, int ingestApis) {}
