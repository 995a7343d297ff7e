package io.timeledger.ingest.web.error;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(ErrorWriter.class)
public class ErrorConfiguration {}
