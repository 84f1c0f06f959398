package io.jointlending.fund.flow.domain.template;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method that templates may call (处理器). It takes and gives {@code long}, {@link String}, {@link java.math.BigDecimal},
 * {@link java.time.LocalDate} or a tree; a first parameter of type {@link RenderContext} is supplied, not written. Only
 * methods of beans given to {@link ProcessorRegistry} can be called, by this name and no other way.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Processor {
    /** Name in expressions. */
    String value();

    /** Whether it asks another system; examples and dry runs use fixtures instead. */
    boolean io() default false;

    /** Whether what it gives must be masked in every log. */
    boolean sensitive() default false;

    /** What it does, for the person who writes a template. */
    String doc();
}
