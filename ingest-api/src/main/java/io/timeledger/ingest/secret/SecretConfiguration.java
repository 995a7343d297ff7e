package io.timeledger.ingest.secret;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(Sealer.class)
public class SecretConfiguration {}
