package io.timeledger.ingest.batch;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({AtomicBatches.class, BatchController.class, Batches.class})
public class BatchConfiguration {}
