package io.timeledger.ingest.command;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({
  CommandController.class,
  CommandSequence.class,
  Commands.class,
  NewIds.class,
  PendingCommands.class,
  RefusedPreconditions.class,
  WriteRequestReader.class,
  WriteRequestResolver.class
})
public class CommandConfiguration {}
