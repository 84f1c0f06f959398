package io.jointlending.support.lock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of an interface: over all instances, it runs for one caller at a time per {@link LockKey}; see {@link DistLocks}.
 * Others are refused with B0211. A lock saves work that would be in vain; it is never what makes a result right, because a
 * failover of Redis may grant it twice, and without Redis there is none: unique keys, versions and conditional updates do that.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DistLock {
    /** What is locked, small letters and dashes; the values of the {@link LockKey}s follow it. */
    String key();

    /** How long to wait for another caller, 0 to 60000 milliseconds; 0 refuses at once. */
    long waitMillis() default 0;
}
