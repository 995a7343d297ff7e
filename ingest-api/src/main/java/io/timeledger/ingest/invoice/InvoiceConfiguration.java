package io.timeledger.ingest.invoice;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({InvoiceController.class, InvoiceWork.class})
public class InvoiceConfiguration {}
