package io.timeledger.ingest.report.entity;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(EntityTimeController.class)
public class EntityTimeConfiguration {}
