package io.jointlending.api.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that changes something. Its request carries a {@code requestNo}: the same number with the same body answers
 * the same again, with another body it is refused ({@code A0409}), and while the first call still runs it answers
 * {@code A0425}. Consumers of this jar never retry it by themselves. A twin {@code query<Method>ByRequestNo} reads the
 * stored answer.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Command {
    /** How long a consumer waits for the answer, in milliseconds; after that the outcome is unknown, not failed. */
    int timeoutMillis() default 10_000;
}
