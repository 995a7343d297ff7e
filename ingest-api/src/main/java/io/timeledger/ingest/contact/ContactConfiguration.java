package io.timeledger.ingest.contact;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({ContactController.class, ContactAddresses.class})
public class ContactConfiguration {}
