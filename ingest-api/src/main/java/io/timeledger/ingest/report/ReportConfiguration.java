package io.timeledger.ingest.report;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(ReportController.class)
public class ReportConfiguration {}
