package io.timeledger.ingest.directory;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.web.error.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// The caller's identity and rights.
@RestController
final class MeController {
  private final CallerProfile profile;

  MeController(CallerProfile profile) {
    this.profile = profile;
  }

  @GetMapping("/api/v1/me")
  ObjectNode me(Caller caller) {
    return Envelope.data(profile.of(caller));
  }
}
