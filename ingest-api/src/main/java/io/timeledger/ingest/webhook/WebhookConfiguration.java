package io.timeledger.ingest.webhook;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({
  DeliveryController.class,
  DispatchClient.class,
  ReplayController.class,
  SigningSecrets.class,
  WebhookAccess.class,
  WebhookController.class,
  WebhookForm.class
})
public class WebhookConfiguration {}
