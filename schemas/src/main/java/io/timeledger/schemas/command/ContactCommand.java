package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.id.ProjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Commands about contacts.
public sealed interface ContactCommand extends Command {

  /// Creates or replaces the whole contact.
  ///
  /// @param emailHashes by [io.timeledger.schemas.secret.ContactHasher]
  @JsonTypeName("put_contact")
  record PutContact(
      ContactId id,
      List<String> emailHashes,
      @Nullable String dealId,
      @Nullable ProjectId projectId,
      @Nullable Integer ifVersion)
      implements ContactCommand {
    public PutContact {
      emailHashes = List.copyOf(emailHashes);
    }
  }

  @JsonTypeName("delete_contact")
  record DeleteContact(ContactId id, @Nullable Integer ifVersion) implements ContactCommand {}
}
