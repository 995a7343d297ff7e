package io.timeledger.ingest.contact;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.secret.ContactHasher;
import java.util.List;
import java.util.Optional;

/// Hashes the addresses of contacts before they leave the service. Without a configured key there
/// are no contacts.
final class ContactAddresses {
  private final Optional<ContactHasher> hasher;

  ContactAddresses(IngestProperties properties) {
    hasher = ContactHasher.ifConfigured(properties.calendar().addressKey());
  }

  /// @return distinct and sorted: a CRM may send addresses in any order
  /// @throws ApiException `contacts_not_configured`
  List<String> hashes(WorkspaceId workspace, List<String> addresses) {
    ContactHasher hashing =
        hasher.orElseThrow(
            () ->
                ApiException.of(
                    ErrorCode.CONTACTS_NOT_CONFIGURED,
                    ErrorCode.CONTACTS_NOT_CONFIGURED.meaning()));
    return addresses.stream()
        .map(address -> hashing.hash(workspace, address))
        .distinct()
        .sorted()
        .toList();
  }
}
