package io.timeledger.ingest.rate;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(RateController.class)
public class RateConfiguration {}
