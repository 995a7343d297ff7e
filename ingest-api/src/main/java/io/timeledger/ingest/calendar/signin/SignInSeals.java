package io.timeledger.ingest.calendar.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.secret.SealedToken;
import io.timeledger.ingest.secret.Sealer;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.restricted.OAuthTicket;
import io.timeledger.schemas.restricted.SealedText;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.UnsealableException;
import java.util.Optional;

/// Seals states and tickets as texts for URLs, and opens them. An altered text, or one for another
/// purpose, is empty.
///
/// All methods throw [ApiException] `secrets_unavailable` without a configured key.
public final class SignInSeals {
  private static final RecordCodec<SignInState> STATES = new RecordCodec<>(SignInState.class);
  private static final RecordCodec<SignInTicket> TICKETS = new RecordCodec<>(SignInTicket.class);
  private static final RecordCodec<OAuthTicket> EXCHANGEABLE = new RecordCodec<>(OAuthTicket.class);

  private final Sealer sealer;

  SignInSeals(Sealer sealer) {
    this.sealer = sealer;
  }

  String seal(SignInState state) {
    return seal(STATES, state, SealContext.oauthState());
  }

  Optional<SignInState> state(String sealed) {
    return open(STATES, sealed, SealContext.oauthState());
  }

  String seal(SignInTicket ticket) {
    return seal(TICKETS, ticket, SealContext.oauthTicket());
  }

  Optional<SignInTicket> ticket(String sealed) {
    return open(TICKETS, sealed, SealContext.oauthTicket());
  }

  /// The secret of the connection.
  public SealedText sealForConnector(SignInTicket ticket) {
    return sealer.seal(
        new String(EXCHANGEABLE.write(ticket.exchangeable()), UTF_8),
        SealContext.connection(ticket.workspaceId(), ticket.connectionId()));
  }

  private <T> String seal(RecordCodec<T> codec, T value, SealContext context) {
    return SealedToken.text(sealer.seal(new String(codec.write(value), UTF_8), context));
  }

  private <T> Optional<T> open(RecordCodec<T> codec, String sealed, SealContext context) {
    Optional<SealedText> parsed = SealedToken.parse(sealed);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(codec.read(sealer.open(parsed.get(), context).getBytes(UTF_8)));
    } catch (UnsealableException | MalformedException _) {
      return Optional.empty();
    }
  }
}
