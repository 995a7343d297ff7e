package io.timeledger.ingest.suggestion;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(SuggestionController.class)
public class SuggestionConfiguration {}
