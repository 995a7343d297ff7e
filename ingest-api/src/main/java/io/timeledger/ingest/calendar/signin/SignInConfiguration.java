package io.timeledger.ingest.calendar.signin;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({
  CallbackController.class,
  OAuthClients.class,
  ProvidersController.class,
  SignInSeals.class,
  SignIns.class
})
public class SignInConfiguration {}
