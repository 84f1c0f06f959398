package io.jointlending.support.ops;

import io.jointlending.support.usage.ContractMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.apache.dubbo.rpc.model.FrameworkModel;
import org.apache.dubbo.rpc.model.ProviderModel;

/** The contracts that this process exports. */
public final class ExportedContracts {
    private static final String CONTRACTS = "io.jointlending.api.";

    private ExportedContracts() {}

    static List<ProviderModel> models() {
        return FrameworkModel.defaultModel().getServiceRepository().allProviderModels().stream()
                .filter(provider ->
                        provider.getServiceModel().getInterfaceName().startsWith(CONTRACTS))
                .toList();
    }

    /** Their methods. */
    public static List<ContractMethod> methods() {
        return models().stream()
                .map(provider -> provider.getServiceModel().getServiceInterfaceClass())
                .flatMap(contract -> Arrays.stream(contract.getMethods())
                        .map(Method::getName)
                        .map(method -> new ContractMethod(contract.getName(), method)))
                .distinct()
                .sorted()
                .toList();
    }
}
