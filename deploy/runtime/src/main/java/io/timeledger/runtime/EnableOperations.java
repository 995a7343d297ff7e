package io.timeledger.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/// Gives an application a meter registry and the endpoints of [ManagementEndpoints]. The
/// configuration is listed in `META-INF/spring/io.timeledger.runtime.EnableOperations.imports`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ImportAutoConfiguration
public @interface EnableOperations {}
