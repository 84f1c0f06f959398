package io.jointlending.system.openapi;

import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.DevelopmentOnly;
import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.LoggedIn;
import io.jointlending.api.contract.Once;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All contracts as one OpenAPI document. */
final class ContractDocument {
    private static final Pattern CODE = Pattern.compile("\\b[ABC][0-9]{4}\\b");
    private static final String JSON = "application/json";
    private static final String RESULT = "RpcResult";

    private final SourceText texts;
    private final ContractSchemas schemas;

    private ContractDocument(SourceText texts) {
        this.texts = texts;
        this.schemas = new ContractSchemas(texts);
    }

    static OpenAPI of(List<Class<?>> contracts, SourceText texts) {
        return new ContractDocument(texts).document(contracts);
    }

    private OpenAPI document(List<Class<?>> contracts) {
        OpenAPI document = new OpenAPI()
                .info(new Info()
                        .title("joint-lending")
                        .version("1.0.0")
                        .license(new License().name("Apache-2.0"))
                        .description(
                                "The RPC contracts of loan-api. They are called over Dubbo (protocol dubbo, version 1.0.0), not"
                                        + " over HTTP: a path here is interface and method, and the bodies are what scripts/rpc reads"
                                        + " and prints. Every method answers HTTP's 200 for RpcResult, whose code says what"
                                        + " happened; beside the codes that an operation lists in x-codes, any of them may"
                                        + " answer those of every call: A0400 to A0429, B0001, B0210, B0310, B0320. Amounts are"
                                        + " fen, rates are fractions, local-date-time is in the zone that its description"
                                        + " says."))
                .paths(new Paths())
                .components(new Components());
        for (Class<?> contract : contracts) {
            document.addTagsItem(new Tag().name(contract.getSimpleName()).description(said(contract.getSimpleName())));
            Arrays.stream(contract.getMethods())
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> document.getPaths()
                            .addPathItem(
                                    "/" + contract.getName() + "/" + method.getName(),
                                    new PathItem().post(operation(contract, method))));
        }
        document.getComponents().addSchemas(RESULT, result());
        schemas.all().forEach(document.getComponents()::addSchemas);
        return document;
    }

    private Operation operation(Class<?> contract, Method method) {
        String key = contract.getSimpleName() + "." + method.getName();
        SourceText.Text text = texts.find(key);
        if (text == null) {
            throw new IllegalStateException(key + " has no comment");
        }
        Class<?> answer = (Class<?>) ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
        Schema<?> data = new ObjectSchema().addProperty("data", schemas.reference(answer));
        Schema<?> whole = new Schema<>()
                .addAllOfItem(new Schema<>().$ref("#/components/schemas/" + RESULT))
                .addAllOfItem(data);
        Operation operation = new Operation()
                .operationId(key)
                .addTagsItem(contract.getSimpleName())
                .summary(text.summary())
                .requestBody(new RequestBody()
                        .required(true)
                        .content(json(schemas.reference(method.getParameterTypes()[0]))))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse().description("the answer").content(json(whole))));
        if (!text.all().equals(text.summary())) {
            operation.setDescription(text.all());
        }
        rules(contract, method, operation);
        List<String> codes = List.copyOf(new TreeSet<>(CODE.matcher(text.all())
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList()));
        if (!codes.isEmpty()) {
            operation.addExtension("x-codes", codes);
        }
        return operation;
    }

    private static void rules(Class<?> contract, Method method, Operation operation) {
        Command command = method.getAnnotation(Command.class);
        Query query = method.getAnnotation(Query.class);
        Once once = method.getAnnotation(Once.class);
        if (command != null) {
            kind(operation, "command", command.timeoutMillis());
        } else if (query != null) {
            kind(operation, "query", query.timeoutMillis());
        } else if (once != null) {
            kind(operation, "once", once.timeoutMillis());
        }
        if (contract.isAnnotationPresent(DevelopmentOnly.class)) {
            operation.addExtension("x-development-only", true);
        }
        RequirePermission permission = method.getAnnotation(RequirePermission.class);
        if (permission != null) {
            operation.addExtension("x-permission", permission.value());
        }
        if (method.isAnnotationPresent(LoggedIn.class)) {
            operation.addExtension("x-logged-in", true);
        }
        FourEyes fourEyes = method.getAnnotation(FourEyes.class);
        if (fourEyes != null) {
            operation.addExtension("x-four-eyes", fourEyes.value());
        }
    }

    private static void kind(Operation operation, String kind, int timeoutMillis) {
        operation.addExtension("x-kind", kind);
        operation.addExtension("x-timeout-millis", timeoutMillis);
    }

    private Schema<?> result() {
        Schema<?> result = new ObjectSchema();
        result.setDescription(said(RESULT));
        for (String component : List.of("code", "message", "field", "requestId")) {
            Schema<?> text = new StringSchema();
            text.setDescription(said(RESULT + "#" + component));
            if (component.equals("field") || component.equals("requestId")) {
                text.setNullable(true);
            } else {
                result.addRequiredItem(component);
            }
            result.addProperty(component, text);
        }
        return result;
    }

    private @Nullable String said(String key) {
        SourceText.Text text = texts.find(key);
        return text == null ? null : text.all();
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType(JSON, new MediaType().schema(schema));
    }
}
