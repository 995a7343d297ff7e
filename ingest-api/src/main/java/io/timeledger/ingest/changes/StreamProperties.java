package io.timeledger.ingest.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param perToken how many streams one token may have open at a time, on one instance
/// @param perInstance how many all may have open together
/// @param heartbeat how long a stream is silent at most; also how soon a token that is no longer
///     good ends it
@ConfigurationProperties("timeledger.streams")
record StreamProperties(
    @DefaultValue("5") int perToken,
    @DefaultValue("1000") int perInstance,
    @DefaultValue("15s") Duration heartbeat) {}
