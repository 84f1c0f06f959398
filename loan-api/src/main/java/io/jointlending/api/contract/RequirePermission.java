package io.jointlending.api.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that a person may call who has the permission. The provider enforces it, with the person of the session; a method
 * with neither this nor {@link LoggedIn} is closed to persons and open to applications whose key covers its package.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequirePermission {
    /** One of {@link io.jointlending.api.iam.Permissions}. */
    String value();

    /**
     * True where a user of a channel may call it too: the request then has a mandatory {@code channelCode}, and only
     * channels of this user are let through. Everything else is closed to users of channels, whatever roles they have.
     */
    boolean ownChannel() default false;

    /** True where an application alone, without a person behind it, is refused (A0401). */
    boolean personOnly() default false;
}
