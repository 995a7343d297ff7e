package io.timeledger.ingest.session;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({LoginPreview.class, NewSessions.class, SessionController.class})
public class SessionConfiguration {}
