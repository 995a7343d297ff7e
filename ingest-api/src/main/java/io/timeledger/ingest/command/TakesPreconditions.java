package io.timeledger.ingest.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an operation whose command concerns one versioned resource, so that `If-Match` and
/// `If-None-Match` can be checked. All others refuse these headers.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesPreconditions {}
