package io.timeledger.ingest.report.utilization;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(UtilizationController.class)
public class UtilizationConfiguration {}
