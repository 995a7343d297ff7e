package io.timeledger.ingest.report.profit;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({ProfitController.class, ProfitSubjects.class})
public class ProfitConfiguration {}
