package io.timeledger.ingest.calendar.connection;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({AuthorizationController.class, CalendarAddress.class, ConnectionController.class})
public class ConnectionConfiguration {}
