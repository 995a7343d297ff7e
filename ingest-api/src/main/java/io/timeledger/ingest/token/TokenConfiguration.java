package io.timeledger.ingest.token;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({LoginLinks.class, TokenController.class, TokenSecrets.class, UnshownCredentials.class})
public class TokenConfiguration {}
