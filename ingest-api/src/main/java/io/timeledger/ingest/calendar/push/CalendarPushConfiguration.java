package io.timeledger.ingest.calendar.push;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({GooglePushController.class, GraphPushController.class, Pushes.class, PushMetrics.class})
public class CalendarPushConfiguration {}
