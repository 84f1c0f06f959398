package io.jointlending.support.rpc;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Checks a request against the constraints of its record. */
public final class RequestCheck {
    private static final int SHOWN = 5;

    private final Validator validator = Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .defaultLocale(Locale.ENGLISH)
            .buildValidatorFactory()
            .getValidator();

    /** A0400 with the first broken field by name; the message lists {@code <field> <rule>}, never a value. */
    public void check(@Nullable Object request) {
        if (request == null) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, "request must not be null", "request");
        }
        List<ConstraintViolation<Object>> broken = validator.validate(request).stream()
                .sorted(Comparator.comparing((ConstraintViolation<Object> violation) ->
                                violation.getPropertyPath().toString())
                        .thenComparing(ConstraintViolation::getMessage))
                .toList();
        if (broken.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder();
        for (ConstraintViolation<Object> violation : broken.subList(0, Math.min(SHOWN, broken.size()))) {
            message.append(message.isEmpty() ? "" : "; ")
                    .append(violation.getPropertyPath())
                    .append(' ')
                    .append(violation.getMessage());
        }
        throw new Refusal(
                ErrorCodes.INVALID_REQUEST,
                message.toString(),
                broken.get(0).getPropertyPath().toString());
    }
}
