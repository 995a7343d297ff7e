package io.timeledger.schemas.restricted;

/// A header that a webhook sends beside ours.
///
/// @param name as it was given; names are equal whatever their case
/// @param value for the context `SealContext.header(…)`
public record SealedHeader(String name, SealedText value) {}
