package io.timeledger.ingest;

import io.timeledger.ingest.access.SecurityConfiguration;
import io.timeledger.ingest.activity.ActivityConfiguration;
import io.timeledger.ingest.approval.ApprovalConfiguration;
import io.timeledger.ingest.audit.AuditConfiguration;
import io.timeledger.ingest.batch.BatchConfiguration;
import io.timeledger.ingest.calendar.block.BlockConfiguration;
import io.timeledger.ingest.calendar.connection.ConnectionConfiguration;
import io.timeledger.ingest.calendar.control.CalendarControlConfiguration;
import io.timeledger.ingest.calendar.feed.CalendarFeedConfiguration;
import io.timeledger.ingest.calendar.push.CalendarPushConfiguration;
import io.timeledger.ingest.calendar.rule.CalendarRuleConfiguration;
import io.timeledger.ingest.calendar.signin.SignInConfiguration;
import io.timeledger.ingest.changes.StreamConfiguration;
import io.timeledger.ingest.command.CommandConfiguration;
import io.timeledger.ingest.console.ConsoleConfiguration;
import io.timeledger.ingest.contact.ContactConfiguration;
import io.timeledger.ingest.directory.DirectoryConfiguration;
import io.timeledger.ingest.entry.EntryConfiguration;
import io.timeledger.ingest.export.ExportConfiguration;
import io.timeledger.ingest.imports.ImportConfiguration;
import io.timeledger.ingest.invoice.InvoiceConfiguration;
import io.timeledger.ingest.kafka.IngestKafkaConfiguration;
import io.timeledger.ingest.limits.LimitsConfiguration;
import io.timeledger.ingest.oidc.OidcConfiguration;
import io.timeledger.ingest.postgres.ReadModelConfiguration;
import io.timeledger.ingest.rate.RateConfiguration;
import io.timeledger.ingest.read.ReadConfiguration;
import io.timeledger.ingest.report.ReportConfiguration;
import io.timeledger.ingest.report.entity.EntityTimeConfiguration;
import io.timeledger.ingest.report.estimate.EstimateConfiguration;
import io.timeledger.ingest.report.profit.ProfitConfiguration;
import io.timeledger.ingest.report.utilization.UtilizationConfiguration;
import io.timeledger.ingest.rule.RuleConfiguration;
import io.timeledger.ingest.secret.SecretConfiguration;
import io.timeledger.ingest.session.SessionConfiguration;
import io.timeledger.ingest.settings.SettingsConfiguration;
import io.timeledger.ingest.status.StatusConfiguration;
import io.timeledger.ingest.suggestion.SuggestionConfiguration;
import io.timeledger.ingest.timer.TimerConfiguration;
import io.timeledger.ingest.timesheet.TimesheetConfiguration;
import io.timeledger.ingest.token.TokenConfiguration;
import io.timeledger.ingest.web.ServerConfiguration;
import io.timeledger.ingest.web.error.ErrorConfiguration;
import io.timeledger.ingest.web.health.ReadinessConfiguration;
import io.timeledger.ingest.webhook.WebhookConfiguration;
import io.timeledger.ingest.workspace.WorkspaceConfiguration;
import io.timeledger.runtime.EnableOperations;
import io.timeledger.runtime.ManagementEndpoints;
import java.time.InstantSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The service. Lists all its configuration explicitly, so that it starts the same way alone,
/// beside the other services in one JVM, and in tests.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestProperties.class)
@EnableOperations
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  SslAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
@Import({
  ActivityConfiguration.class,
  ApprovalConfiguration.class,
  AuditConfiguration.class,
  BatchConfiguration.class,
  BlockConfiguration.class,
  CalendarControlConfiguration.class,
  CalendarFeedConfiguration.class,
  CalendarPushConfiguration.class,
  CalendarRuleConfiguration.class,
  CommandConfiguration.class,
  ConnectionConfiguration.class,
  ConsoleConfiguration.class,
  ContactConfiguration.class,
  DirectoryConfiguration.class,
  EntityTimeConfiguration.class,
  EntryConfiguration.class,
  ErrorConfiguration.class,
  EstimateConfiguration.class,
  ExportConfiguration.class,
  ImportConfiguration.class,
  IngestKafkaConfiguration.class,
  InvoiceConfiguration.class,
  LimitsConfiguration.class,
  OidcConfiguration.class,
  ProfitConfiguration.class,
  RateConfiguration.class,
  ReadConfiguration.class,
  ReadModelConfiguration.class,
  ReadinessConfiguration.class,
  ReportConfiguration.class,
  RuleConfiguration.class,
  SecretConfiguration.class,
  SecurityConfiguration.class,
  ServerConfiguration.class,
  SessionConfiguration.class,
  SettingsConfiguration.class,
  SignInConfiguration.class,
  StreamConfiguration.class,
  StatusConfiguration.class,
  SuggestionConfiguration.class,
  TimerConfiguration.class,
  TimesheetConfiguration.class,
  TokenConfiguration.class,
  UtilizationConfiguration.class,
  WebhookConfiguration.class,
  WorkspaceConfiguration.class
})
public class IngestApi {
  private static final int MANAGEMENT_PORT = 9080;

  public static void main(String[] args) {
    application().properties(ManagementEndpoints.at(MANAGEMENT_PORT)).run(args);
  }

  /// The application with its own configuration name: `ingest-api.yml`, never `application.yml`.
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(IngestApi.class)
        .web(WebApplicationType.SERVLET)
        .bannerMode(Banner.Mode.OFF)
        .properties(ManagementEndpoints.absent())
        .properties(
            "spring.config.name=ingest-api",
            "spring.application.name=ingest-api",
            "spring.jmx.enabled=false",
            // timing each security filter costs more than most of the filters
            "management.observations.enable.spring.security=false");
  }

  @Bean
  InstantSource clock(IngestProperties properties) {
    return InstantSource.offset(InstantSource.system(), properties.clockOffset());
  }
}
