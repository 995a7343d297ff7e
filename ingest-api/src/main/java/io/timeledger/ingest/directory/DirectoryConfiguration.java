package io.timeledger.ingest.directory;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({
  CallerProfile.class,
  ClientController.class,
  MeController.class,
  MemberController.class,
  ProjectController.class,
  TaskController.class,
  TeamController.class
})
public class DirectoryConfiguration {}
