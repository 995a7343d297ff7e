package io.timeledger.ingest.rule;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(RuleController.class)
public class RuleConfiguration {}
