package io.timeledger.twin.traffic;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.oauth.TokenTable;
import io.timeledger.twin.state.Vendor;
import java.util.Optional;

/// Who calls.
///
/// @param account address; empty without a good token
public record ApiCaller(Vendor vendor, String account) {

  /// Finds the caller; none for the twin's own surface.
  public record Lookup(TokenTable tokens) {
    public Optional<ApiCaller> of(Call call) {
      return vendor(call.path())
          .map(
              vendor ->
                  new ApiCaller(
                      vendor,
                      call.bearer()
                          .flatMap(tokens::bearer)
                          .map(grant -> grant.mailbox().email())
                          .orElse("")));
    }

    private static Optional<Vendor> vendor(String path) {
      if (path.startsWith("/google/")) {
        return Optional.of(Vendor.GOOGLE);
      }
      return path.startsWith("/microsoft/") ? Optional.of(Vendor.MICROSOFT) : Optional.empty();
    }
  }
}
