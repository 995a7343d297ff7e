package io.timeledger.ingest.export;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(ExportController.class)
public class ExportConfiguration {}
