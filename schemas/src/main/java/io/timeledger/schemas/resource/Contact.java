package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A contact of the customer's CRM. Blocks of meetings with the contact propose its deal and
/// project. The platform knows its addresses by their hashes alone.
///
/// @param emailHashes by [io.timeledger.schemas.secret.ContactHasher]; empty once deleted
/// @param dealId its open deal; null for none
/// @param projectId null for none
/// @param deletedAt null unless deleted
@RecordBuilder
public record Contact(
    ContactId id,
    WorkspaceId workspaceId,
    List<String> emailHashes,
    @Nullable String dealId,
    @Nullable ProjectId projectId,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, ContactBuilder.With {

  /// Maximum number of addresses of a contact.
  public static final int MAX_EMAILS = 20;

  private static final Pattern EMAIL_HASH = Pattern.compile("[A-Za-z0-9_-]{43}");

  public Contact {
    emailHashes = List.copyOf(emailHashes);
  }

  /// Whether the text has the form of a hash: 43 letters, digits, `-` and `_`. No address has it.
  public static boolean isEmailHash(String text) {
    return EMAIL_HASH.matcher(text).matches();
  }

  @Override
  public String subject() {
    return id.value();
  }
}
