package io.timeledger.ingest.report.estimate;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(EstimateController.class)
public class EstimateConfiguration {}
