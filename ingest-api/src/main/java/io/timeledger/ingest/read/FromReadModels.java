package io.timeledger.ingest.read;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an operation that answers from the read models with read-your-writes: it waits for the
/// caller's writes, or the response says `X-Stale: true`.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromReadModels {}
