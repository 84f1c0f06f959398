package io.jointlending.system.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records of the contracts as schemas: types, which components may be missing, limits, meaning. */
final class ContractSchemas {
    private final SourceText texts;
    private final Map<String, Schema<?>> schemas = new TreeMap<>();
    private final Map<String, Class<?>> types = new HashMap<>();

    ContractSchemas(SourceText texts) {
        this.texts = texts;
    }

    /** Every record that was referred to, by simple name. */
    Map<String, Schema<?>> all() {
        return schemas;
    }

    /** A reference to the schema of a record, which is made the first time. */
    Schema<?> reference(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> before = types.putIfAbsent(name, type);
        if (before == null) {
            schemas.put(name, new ObjectSchema()); // so that a record may hold itself
            schemas.put(name, made(type));
        } else if (before != type) {
            throw new IllegalStateException("two records have one name: " + before + ", " + type);
        }
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private Schema<?> made(Class<?> type) {
        Schema<?> schema = new ObjectSchema();
        schema.setDescription(said(type.getSimpleName()));
        for (RecordComponent component : type.getRecordComponents()) {
            String place = type.getSimpleName() + "#" + component.getName();
            Schema<?> property = schema(component.getAnnotatedType(), place);
            String text = said(place);
            if (property.get$ref() != null) {
                // what stands beside a reference is ignored by readers of version 3.0
                property = new Schema<>().addAllOfItem(property);
            }
            property.setDescription(text);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                property.setNullable(true);
            } else {
                schema.addRequiredItem(component.getName());
            }
            schema.addProperty(component.getName(), property);
        }
        return schema;
    }

    private Schema<?> schema(AnnotatedType annotated, String place) {
        Schema<?> schema;
        if (annotated instanceof AnnotatedParameterizedType list) {
            schema = new ArraySchema().items(schema(list.getAnnotatedActualTypeArguments()[0], place));
        } else if (annotated.getType() instanceof Class<?> type) {
            schema = flat(type, place);
        } else {
            throw new IllegalStateException(place + " is a " + annotated.getType());
        }
        for (Annotation annotation : annotated.getAnnotations()) {
            if (annotation.annotationType().isAnnotationPresent(Constraint.class)) {
                limit(schema, annotation, place);
            }
        }
        return schema;
    }

    private Schema<?> flat(Class<?> type, String place) {
        if (type == String.class) {
            return new StringSchema();
        }
        if (type == Long.class || type == Integer.class) {
            return new IntegerSchema().format(type == Long.class ? "int64" : "int32");
        }
        if (type == Boolean.class) {
            return new BooleanSchema();
        }
        if (type == BigDecimal.class) {
            return new NumberSchema();
        }
        if (type == LocalDate.class) {
            return new StringSchema().format("date");
        }
        if (type == LocalDateTime.class) {
            return new StringSchema().format("local-date-time"); // no offset, so not the date-time of RFC 3339
        }
        if (type.isRecord()) {
            return reference(type);
        }
        throw new IllegalStateException(place + " is a " + type);
    }

    private static void limit(Schema<?> schema, Annotation limit, String place) {
        if (limit instanceof NotNull) {
            return; // it is required
        }
        if (limit instanceof NotBlank || limit instanceof NotEmpty) {
            size(schema, 1, null);
        } else if (limit instanceof Size size) {
            size(schema, size.min() == 0 ? null : size.min(), size.max() == Integer.MAX_VALUE ? null : size.max());
        } else if (limit instanceof Pattern pattern) {
            schema.setPattern("^(?:" + pattern.regexp() + ")$"); // Jakarta Validation wants the whole text
        } else if (limit instanceof Min min) {
            schema.setMinimum(BigDecimal.valueOf(min.value()));
        } else if (limit instanceof Max max) {
            schema.setMaximum(BigDecimal.valueOf(max.value()));
        } else if (limit instanceof PositiveOrZero) {
            schema.setMinimum(BigDecimal.ZERO);
        } else if (limit instanceof Positive) {
            schema.setMinimum(BigDecimal.ZERO);
            schema.setExclusiveMinimum(true);
        } else if (limit instanceof DecimalMin min) {
            schema.setMinimum(new BigDecimal(min.value()));
            schema.setExclusiveMinimum(min.inclusive() ? null : Boolean.TRUE);
        } else if (limit instanceof DecimalMax max) {
            schema.setMaximum(new BigDecimal(max.value()));
            schema.setExclusiveMaximum(max.inclusive() ? null : Boolean.TRUE);
        } else {
            throw new IllegalStateException(place + " has a limit that nobody wrote down: " + limit);
        }
    }

    private static void size(Schema<?> schema, @Nullable Integer least, @Nullable Integer most) {
        if (schema instanceof ArraySchema) {
            schema.setMinItems(least == null ? schema.getMinItems() : least);
            schema.setMaxItems(most == null ? schema.getMaxItems() : most);
        } else {
            schema.setMinLength(least == null ? schema.getMinLength() : least);
            schema.setMaxLength(most == null ? schema.getMaxLength() : most);
        }
    }

    private @Nullable String said(String key) {
        SourceText.Text text = texts.find(key);
        return text == null ? null : text.all();
    }
}
