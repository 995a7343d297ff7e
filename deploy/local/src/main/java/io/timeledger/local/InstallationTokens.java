package io.timeledger.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The bearer tokens of this installation, stored so that every start prints the same.
final class InstallationTokens {
  private static final int OPERATOR_BYTES = 24;

  private final KeyValueFile file;

  InstallationTokens(Path path) {
    file = new KeyValueFile(path);
  }

  /// For creating workspaces only; generated on first use.
  String operator() {
    if (file.get("operator").isEmpty()) {
      byte[] bytes = new byte[OPERATOR_BYTES];
      new SecureRandom().nextBytes(bytes);
      file.put("operator", HexFormat.of().formatHex(bytes));
    }
    return file.get("operator").orElseThrow();
  }

  Optional<String> admin() {
    return file.get("admin");
  }

  void keepAdmin(String secret) {
    file.put("admin", secret);
  }

  Optional<String> member() {
    return file.get("member");
  }

  void keepMember(String secret) {
    file.put("member", secret);
  }
}
