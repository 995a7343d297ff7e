package io.timeledger.ingest.imports;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({ImportChunks.class, ImportController.class, Importer.class})
public class ImportConfiguration {}
