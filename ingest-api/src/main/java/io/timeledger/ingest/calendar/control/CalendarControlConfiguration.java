package io.timeledger.ingest.calendar.control;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(CalendarClient.class)
public class CalendarControlConfiguration {}
