package io.timeledger.ingest.status;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(StatusController.class)
public class StatusConfiguration {}
