package io.timeledger.ingest.settings;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import(SettingsController.class)
public class SettingsConfiguration {}
