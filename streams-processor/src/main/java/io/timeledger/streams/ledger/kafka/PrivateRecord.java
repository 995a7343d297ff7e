package io.timeledger.streams.ledger.kafka;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.TokenRecord;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.streams.ledger.PrivateChange;
import io.timeledger.streams.ledger.PrivateChange.DropConnectionSecret;
import io.timeledger.streams.ledger.PrivateChange.DropProfile;
import io.timeledger.streams.ledger.PrivateChange.DropSecret;
import io.timeledger.streams.ledger.PrivateChange.DropWebhookSecrets;
import io.timeledger.streams.ledger.PrivateChange.KeepConnectionSecret;
import io.timeledger.streams.ledger.PrivateChange.KeepProfile;
import io.timeledger.streams.ledger.PrivateChange.KeepSecret;
import io.timeledger.streams.ledger.PrivateChange.KeepWebhookSecrets;
import org.jspecify.annotations.Nullable;

/// A record of a private, compacted topic.
///
/// @param value null to delete the key
@SuppressWarnings("ArrayRecordComponent") // never compared, and written to Kafka as it is
record PrivateRecord(String sink, String key, byte @Nullable [] value) {
  private static final RecordCodec<TokenRecord> TOKENS = new RecordCodec<>(TokenRecord.class);
  private static final RecordCodec<WebhookSecrets> SECRETS =
      new RecordCodec<>(WebhookSecrets.class);
  private static final RecordCodec<ConnectionSecret> CONNECTION_SECRETS =
      new RecordCodec<>(ConnectionSecret.class);
  private static final RecordCodec<MemberProfile> PROFILES = new RecordCodec<>(MemberProfile.class);

  static PrivateRecord of(WorkspaceId workspace, PrivateChange change) {
    return switch (change) {
      case KeepSecret(TokenRecord token) ->
          new PrivateRecord(
              LedgerTopology.TOKENS_SINK,
              RecordKeys.of(workspace, token.id()),
              TOKENS.write(token));
      case DropSecret(var id) ->
          new PrivateRecord(LedgerTopology.TOKENS_SINK, RecordKeys.of(workspace, id), null);
      case KeepWebhookSecrets(WebhookSecrets secrets) ->
          new PrivateRecord(
              LedgerTopology.SECRETS_SINK,
              RecordKeys.of(workspace, secrets.id()),
              SECRETS.write(secrets));
      case DropWebhookSecrets(var id) ->
          new PrivateRecord(LedgerTopology.SECRETS_SINK, RecordKeys.of(workspace, id), null);
      case KeepConnectionSecret(ConnectionSecret secret) ->
          new PrivateRecord(
              LedgerTopology.SECRETS_SINK,
              RecordKeys.of(workspace, secret.id()),
              CONNECTION_SECRETS.write(secret));
      case DropConnectionSecret(var id) ->
          new PrivateRecord(LedgerTopology.SECRETS_SINK, RecordKeys.of(workspace, id), null);
      case KeepProfile(MemberProfile profile) ->
          new PrivateRecord(
              LedgerTopology.MEMBERS_SINK,
              RecordKeys.of(workspace, profile.userId()),
              PROFILES.write(profile));
      case DropProfile(var userId) ->
          new PrivateRecord(LedgerTopology.MEMBERS_SINK, RecordKeys.of(workspace, userId), null);
    };
  }
}
