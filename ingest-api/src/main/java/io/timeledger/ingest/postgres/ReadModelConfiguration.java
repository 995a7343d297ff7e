package io.timeledger.ingest.postgres;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({
  Database.class,
  SqlActivities.class,
  SqlApprovals.class,
  SqlAudit.class,
  SqlBlocks.class,
  SqlCalendarRules.class,
  SqlCommandOutcomes.class,
  SqlConnections.class,
  SqlDeliveries.class,
  SqlDirectory.class,
  SqlEntityTimes.class,
  SqlEntries.class,
  SqlFeed.class,
  SqlFeedEntries.class,
  SqlInvoices.class,
  SqlProgress.class,
  SqlRates.class,
  SqlRollups.class,
  SqlRules.class,
  SqlSettings.class,
  SqlTaskEstimates.class,
  SqlTimesheets.class,
  SqlTokens.class,
  SqlWebhooks.class,
  SqlWorkspaceNames.class
})
public class ReadModelConfiguration {}
