package io.timeledger.ingest.web.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an operation whose query another system writes. Unknown parameters are ignored there, as
/// RFC 6749, 4.1.2 requires.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenQuery {}
