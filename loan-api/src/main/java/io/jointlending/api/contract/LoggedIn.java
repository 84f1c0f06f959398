package io.jointlending.api.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method for persons alone; what the person may do with it depends on the request and is decided behind it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LoggedIn {
    /** True for the few methods that work before a one-time password has been changed. */
    boolean beforeFirstPassword() default false;

    /** True where users of channels are let in too. */
    boolean ofChannels() default false;
}
