package io.timeledger.streams.ledger;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.TokenRecord;
import io.timeledger.schemas.restricted.WebhookSecrets;

/// A decision's change to the private topics: data that no event may contain.
public sealed interface PrivateChange {

  record KeepSecret(TokenRecord secret) implements PrivateChange {}

  record DropSecret(TokenId id) implements PrivateChange {}

  record KeepWebhookSecrets(WebhookSecrets secrets) implements PrivateChange {}

  record DropWebhookSecrets(WebhookId id) implements PrivateChange {}

  record KeepConnectionSecret(ConnectionSecret secret) implements PrivateChange {}

  record DropConnectionSecret(ConnectionId id) implements PrivateChange {}

  record KeepProfile(MemberProfile profile) implements PrivateChange {}

  record DropProfile(UserId userId) implements PrivateChange {}
}
