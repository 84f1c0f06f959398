package io.jointlending.support.identity;

import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.LoggedIn;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the annotations of a contract method demand of its caller. */
final class MethodRule {
    private static final String API = "io.jointlending.api.";
    private static final ClassValue<Map<String, MethodRule>> RULES = new ClassValue<>() {
        @Override
        protected Map<String, MethodRule> computeValue(Class<?> contract) {
            return Arrays.stream(contract.getMethods())
                    .map(method -> new MethodRule(contract, method))
                    .collect(Collectors.toUnmodifiableMap(rule -> rule.method, Function.identity()));
        }
    };

    private final String method;
    private final String scope;
    private final @Nullable RequirePermission permission;
    private final @Nullable LoggedIn loggedIn;
    private final @Nullable FourEyes fourEyes;

    private MethodRule(Class<?> contract, Method method) {
        this.method = method.getName();
        this.scope = scopeOf(contract);
        this.permission = method.getAnnotation(RequirePermission.class);
        this.loggedIn = method.getAnnotation(LoggedIn.class);
        this.fourEyes = method.getAnnotation(FourEyes.class);
    }

    /** The rule, or null for a method that the contract does not have. */
    static @Nullable MethodRule of(Class<?> contract, String method) {
        return RULES.get(contract).get(method);
    }

    /** The package of a contract below the root, which is what a key of an application is good for. */
    private static String scopeOf(Class<?> contract) {
        String name = contract.getPackageName() + '.';
        String below = name.startsWith(API) ? name.substring(API.length()) : "";
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    /** Codes: A0406, A0407, A0412. */
    void checkPerson(Person person, RequestFacts facts, boolean development) {
        if (person.mustChangePassword() && (loggedIn == null || !loggedIn.beforeFirstPassword())) {
            throw new Refusal(ErrorCodes.PASSWORD_CHANGE_NEEDED, null);
        }
        if (fourEyes != null && !development) {
            throw new Refusal(ErrorCodes.APPROVAL_NEEDED, null);
        }
        if (loggedIn != null) {
            if (person.ofChannel() && !loggedIn.ofChannels()) {
                throw refused("is not open to users of channels", null);
            }
        } else if (permission == null) {
            throw refused("is open to applications only", null);
        } else if (!person.may(permission.value())) {
            throw refused("needs the permission " + permission.value(), null);
        } else if (person.ofChannel() && !permission.ownChannel()) {
            throw refused("is not open to users of channels", null);
        } else if (person.ofChannel()
                && (facts.channelCode() == null || !person.channels().contains(facts.channelCode()))) {
            throw refused("is open to users of this channel only", "channelCode");
        }
        String operator = facts.operator();
        if (operator != null && !operator.equals(person.loginName())) {
            throw refused("is audited under the name of the session: operator must be that name", "operator");
        }
    }

    /** Codes: A0401, A0406, A0407. */
    void checkApplication(Caller caller, boolean development) {
        if (loggedIn != null || (permission != null && permission.personOnly())) {
            throw new Refusal(ErrorCodes.SESSION_INVALID, method + " needs a person; log in first.", null);
        }
        if (!caller.scopes().contains("*") && !caller.scopes().contains(scope)) {
            throw refused("is outside the scopes " + caller.scopes() + " of the application's key", null);
        }
        if (fourEyes != null && !development) {
            throw new Refusal(ErrorCodes.APPROVAL_NEEDED, null);
        }
    }

    private Refusal refused(String why, @Nullable String field) {
        return new Refusal(ErrorCodes.NOT_PERMITTED, method + " " + why + ".", field);
    }
}
