package io.timeledger.ingest.entry;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(EntryController.class)
public class EntryConfiguration {}
