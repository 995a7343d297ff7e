package io.timeledger.schemas.restricted;

import io.timeledger.schemas.resource.SigningSecretInfo;

/// A signing secret on the private topic.
///
/// @param secret the whole text of the secret, for the context `SealContext.secret(…)`
public record SealedSecret(SigningSecretInfo key, SealedText secret) {}
