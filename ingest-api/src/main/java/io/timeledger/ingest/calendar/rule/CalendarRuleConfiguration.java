package io.timeledger.ingest.calendar.rule;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(CalendarRuleController.class)
public class CalendarRuleConfiguration {}
