package io.timeledger.ingest.calendar.block;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({BlockController.class, BlockConversion.class, BlockWeek.class, DryRunController.class})
public class BlockConfiguration {}
