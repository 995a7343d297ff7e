package io.timeledger.webhooks.egress;

import io.timeledger.webhooks.body.ImmutableBytes;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// One POST to be made.
///
/// @param headers in the order in which they are sent
/// @param deadline for all of it: name, connection, head and body
public record HttpCall(
    URI url, Map<String, String> headers, ImmutableBytes body, Duration deadline) {}
