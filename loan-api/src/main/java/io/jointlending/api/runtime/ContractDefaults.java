package io.jointlending.api.runtime;

import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Once;
import io.jointlending.api.contract.Query;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.config.ConfigPostProcessor;
import org.apache.dubbo.config.MethodConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.jspecify.annotations.Nullable;

/**
 * Gives every reference to a contract of this jar safe defaults, wherever a consumer left them open: commands are not
 * retried, queries are retried once, and both wait as long as the contract says. Needed at the consumer because Dubbo
 * ignores a provider-side {@code retries=0}: a timed-out command would run three times.
 */
@Activate
public final class ContractDefaults implements ConfigPostProcessor {
    private static final String CONTRACTS = "io.jointlending.api.";

    @Override
    @SuppressWarnings("rawtypes") // the signature of Dubbo
    public void postProcessReferConfig(ReferenceConfig reference) {
        String contractName = reference.getInterface();
        Class<?> contract = contractName != null && contractName.startsWith(CONTRACTS)
                ? contractOf(reference.getInterfaceClass(), contractName)
                : null;
        if (contract == null) {
            return;
        }
        if (reference.getVersion() == null) {
            reference.setVersion("1.0.0");
        }
        if (reference.getRetries() == null) {
            reference.setRetries(0);
        }
        List<MethodConfig> methods = new ArrayList<>();
        Set<String> configured = new HashSet<>();
        List<MethodConfig> given = reference.getMethods();
        if (given != null) {
            given.forEach(method -> configured.add(method.getName()));
            methods.addAll(given);
        }
        for (Method method : contract.getMethods()) {
            MethodConfig defaults = configured.contains(method.getName()) ? null : defaultsOf(method);
            if (defaults != null) {
                methods.add(defaults);
            }
        }
        reference.setMethods(methods);
    }

    private static @Nullable Class<?> contractOf(@Nullable Class<?> known, String name) {
        if (known != null && known.isInterface() && known.getName().equals(name)) {
            return known;
        }
        try {
            return Class.forName(name, false, ContractDefaults.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null; // a contract of a newer jar: Dubbo itself will say that it is missing
        }
    }

    private static @Nullable MethodConfig defaultsOf(Method method) {
        MethodConfig defaults = new MethodConfig();
        defaults.setName(method.getName());
        Command command = method.getAnnotation(Command.class);
        Query query = method.getAnnotation(Query.class);
        Once once = method.getAnnotation(Once.class);
        if (command != null) {
            defaults.setRetries(0);
            defaults.setTimeout(command.timeoutMillis());
        } else if (once != null) {
            defaults.setRetries(0);
            defaults.setTimeout(once.timeoutMillis());
        } else if (query != null) {
            defaults.setRetries(1);
            defaults.setTimeout(query.timeoutMillis());
        } else {
            return null;
        }
        return defaults;
    }
}
