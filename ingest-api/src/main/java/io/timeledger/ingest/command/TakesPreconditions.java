package io.timeledger.ingest.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an operation whose command is about one resource with a version, so that `If-Match` and
/// `If-None-Match` can be held against it. All others refuse them.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesPreconditions {}
