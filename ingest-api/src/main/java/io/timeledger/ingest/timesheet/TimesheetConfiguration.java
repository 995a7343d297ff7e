package io.timeledger.ingest.timesheet;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(TimesheetController.class)
public class TimesheetConfiguration {}
