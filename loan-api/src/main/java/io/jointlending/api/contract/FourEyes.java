package io.jointlending.api.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A change that one person proposes and another approves. Called directly it is refused with A0407, by whomever it is called,
 * except on a platform for development; the way is {@code ApprovalService.propose}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FourEyes {
    /** One of {@link io.jointlending.api.approval.Actions}. */
    String value();
}
