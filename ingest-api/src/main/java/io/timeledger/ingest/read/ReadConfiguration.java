package io.timeledger.ingest.read;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({ReadYourWrites.class, ReadYourWritesInterceptor.class})
public class ReadConfiguration {}
