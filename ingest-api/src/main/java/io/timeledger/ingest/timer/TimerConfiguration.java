package io.timeledger.ingest.timer;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(TimerController.class)
public class TimerConfiguration {}
