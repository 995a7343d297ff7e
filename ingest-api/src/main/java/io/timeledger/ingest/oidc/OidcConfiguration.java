package io.timeledger.ingest.oidc;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Reads the issuers from configuration.
@Configuration(proxyBeanMethods = false)
@Import(OidcAuthenticator.class)
@EnableConfigurationProperties(OidcProperties.class)
public class OidcConfiguration {}
