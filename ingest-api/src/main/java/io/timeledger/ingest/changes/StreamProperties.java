package io.timeledger.ingest.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param perToken maximum open streams of one token on one instance
/// @param perInstance maximum open streams in total
/// @param heartbeat longest silence of a stream; also how soon an invalid token ends it
@ConfigurationProperties("timeledger.streams")
record StreamProperties(
    @DefaultValue("5") int perToken,
    @DefaultValue("1000") int perInstance,
    @DefaultValue("15s") Duration heartbeat) {}
