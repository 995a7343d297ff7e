package io.timeledger.ingest.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(AuditController.class)
public class AuditConfiguration {}
