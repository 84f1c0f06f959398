package io.jointlending.api.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A contract that exists for tests, drills and demonstrations. A provider exports it only when {@code jl.development} is
 * true. Its methods set a value as a whole, so that sending one twice changes nothing and no request number is needed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DevelopmentOnly {}
