package io.timeledger.ingest.approval;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({ApprovalController.class, Chains.class, RouteController.class})
public class ApprovalConfiguration {}
