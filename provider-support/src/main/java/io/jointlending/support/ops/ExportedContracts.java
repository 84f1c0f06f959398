package io.jointlending.support.ops;

import io.jointlending.support.instance.InstanceNode;
import io.jointlending.support.usage.ContractMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.dubbo.common.URL;
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

    /** Where they are served, and which; empty until something is registered. */
    public static Optional<InstanceNode.Exported> exported() {
        List<URL> urls = models().stream()
                .flatMap(provider -> provider.getStatedUrl().stream())
                .map(ProviderModel.RegisterStatedURL::getProviderUrl)
                .toList();
        return urls.stream()
                .findFirst()
                .map(first -> new InstanceNode.Exported(
                        first.getAddress(),
                        urls.stream()
                                .map(url -> (url.getGroup("").isEmpty() ? "" : url.getGroup() + "/")
                                        + url.getServiceInterface())
                                .distinct()
                                .sorted()
                                .toList()));
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
