package io.timeledger.local;

import java.io.IOException;

/// What the start message says of the console: a link per person of the demo workspace.
record ConsoleLinks(String owner, String member) {

  static ConsoleLinks of(LoginLinkRequest request) throws IOException, InterruptedException {
    return new ConsoleLinks(request.send(DemoWorkspace.OWNER), request.send(DemoWorkspace.MEMBER));
  }
}
