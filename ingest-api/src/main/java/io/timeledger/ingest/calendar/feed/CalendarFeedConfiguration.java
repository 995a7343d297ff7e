package io.timeledger.ingest.calendar.feed;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({FeedController.class, FeedTokenController.class})
public class CalendarFeedConfiguration {}
