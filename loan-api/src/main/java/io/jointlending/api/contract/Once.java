package io.jointlending.api.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that changes something and needs no request number, because what it works on has a state of its own (a session, a
 * command that waits for approval) or because its answer must not be stored (a password that is shown once). Consumers of
 * this jar send it once; where the answer is lost, the state is asked for.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Once {
    /** How long a consumer waits for the answer, in milliseconds; after that the outcome is unknown, not failed. */
    int timeoutMillis() default 10_000;
}
