package io.timeledger.twin.script;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A mailbox of the twin.
///
/// @param provider `google` or `microsoft`
/// @param address of its owner
public record TwinAccount(String provider, String address) {

  /// A body of a call that is about this account.
  public ObjectNode body() {
    return JsonNodeFactory.instance.objectNode().put("provider", provider).put("account", address);
  }

  boolean isGoogle() {
    return provider.equals("google");
  }

  boolean owns(JsonNode mailbox) {
    return mailbox.path("provider").asString("").equals(provider)
        && mailbox.path("account").asString("").equals(address);
  }
}
