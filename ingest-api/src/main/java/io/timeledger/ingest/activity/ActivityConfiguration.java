package io.timeledger.ingest.activity;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({ActivityController.class, SlotReader.class})
public class ActivityConfiguration {}
