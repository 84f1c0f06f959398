package io.jointlending.support.moneytool;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a case. What is missing or not of its kind is refused by name. */
record CaseFields(JsonNode node) {
    private static final int DECIMAL_LENGTH_MAX = 40;

    boolean has(String name) {
        return !node.path(name).isMissingNode();
    }

    long amount(String name) {
        return amount(name, get(name));
    }

    long amount(String name, long missing) {
        return has(name) ? amount(name) : missing;
    }

    int count(String name) {
        long value = amount(name);
        if (value != (int) value) {
            throw refused(name, "must be a small whole number", get(name));
        }
        return (int) value;
    }

    int count(String name, int missing) {
        return has(name) ? count(name) : missing;
    }

    long[] amounts(String name) {
        return list(name, value -> amount(name, value)).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    BigDecimal decimal(String name) {
        return decimal(name, get(name).asText());
    }

    /** A decimal, or a fraction such as 19/30. */
    BigDecimal fraction(String name, MathContext precision) {
        String[] parts = get(name).asText().split("/", 2);
        BigDecimal above = decimal(name, parts[0]);
        if (parts.length == 1) {
            return above;
        }
        BigDecimal below = decimal(name, parts[1]);
        if (below.signum() == 0) {
            throw refused(name, "must not divide by zero", get(name));
        }
        return above.divide(below, precision);
    }

    LocalDate date(String name) {
        return date(name, get(name));
    }

    List<LocalDate> dates(String name) {
        return list(name, value -> date(name, value));
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(get(name).asText())) {
                return constant;
            }
        }
        String all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw refused(name, "must be one of " + all, get(name));
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E missing) {
        return has(name) ? choice(name, type) : missing;
    }

    List<CaseFields> cases(String name) {
        return list(name, CaseFields::new);
    }

    private <T> List<T> list(String name, Function<JsonNode, T> read) {
        JsonNode array = get(name);
        if (!array.isArray()) {
            throw refused(name, "must be a list", array);
        }
        List<T> values = new ArrayList<>(array.size());
        array.forEach(value -> values.add(read.apply(value)));
        return values;
    }

    private JsonNode get(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static long amount(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw refused(name, "must be a whole number of 64 bits", value);
        }
        return value.longValue();
    }

    private static BigDecimal decimal(String name, String text) {
        if (text.length() > DECIMAL_LENGTH_MAX || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException(name + " must be a decimal such as 0.18, it is " + text);
        }
        return new BigDecimal(text);
    }

    private static LocalDate date(String name, JsonNode value) {
        try {
            return LocalDate.parse(value.asText());
        } catch (DateTimeException e) {
            throw refused(name, "must be a date such as 2026-01-31", value);
        }
    }

    private static IllegalArgumentException refused(String name, String rule, JsonNode value) {
        return new IllegalArgumentException(name + " " + rule + ", it is " + value);
    }
}
