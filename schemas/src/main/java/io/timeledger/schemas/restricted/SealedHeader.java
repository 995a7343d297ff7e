package io.timeledger.schemas.restricted;

/// A custom header of a webhook.
///
/// @param name as given; compared ignoring case
/// @param value for the context `SealContext.header(…)`
public record SealedHeader(String name, SealedText value) {}
