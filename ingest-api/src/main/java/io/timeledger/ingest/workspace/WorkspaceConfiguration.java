package io.timeledger.ingest.workspace;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(WorkspaceController.class)
public class WorkspaceConfiguration {}
