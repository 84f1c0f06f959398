package io.jointlending.support.rpc;

import java.util.List;
import java.util.function.Consumer;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.MethodConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.model.FrameworkModel;

/** One contract, provided and consumed over a real Dubbo connection on the loopback, without a registry. */
final class DubboLoopback<S> implements AutoCloseable {
    private static final String VERSION = "1.0.0";

    private final FrameworkModel framework = new FrameworkModel();
    private final ServiceConfig<S> service;
    private final S proxy;

    DubboLoopback(Class<S> contract, S implementation, Consumer<ReferenceConfig<S>> consumer) {
        DubboBootstrap provider = DubboBootstrap.getInstance(framework.newApplication());
        ProtocolConfig protocol = new ProtocolConfig("dubbo", -1);
        protocol.setSerialization("hessian2");
        service = new ServiceConfig<>();
        service.setInterface(contract);
        service.setRef(implementation);
        service.setVersion(VERSION);
        provider.application(application("provider-under-test"))
                .registry(new RegistryConfig("N/A"))
                .protocol(protocol)
                .service(service)
                .start();
        int port = service.getExportedUrls().get(0).getPort();

        DubboBootstrap client = DubboBootstrap.getInstance(framework.newApplication());
        ReferenceConfig<S> reference = new ReferenceConfig<>();
        reference.setInterface(contract);
        reference.setUrl("dubbo://127.0.0.1:" + port + "/" + contract.getName() + "?serialization=hessian2");
        reference.setScope("remote");
        consumer.accept(reference);
        client.application(application("cashier")).reference(reference).start();
        proxy = reference.get();
    }

    S proxy() {
        return proxy;
    }

    void guard(CallGuard guard) {
        Filter filter = service.getScopeModel().getExtensionLoader(Filter.class).getExtension("jointLendingContract");
        ((ContractFilter) filter).setCallGuard(guard);
    }

    static MethodConfig timeout(String method, int millis) {
        MethodConfig config = new MethodConfig();
        config.setName(method);
        config.setTimeout(millis);
        return config;
    }

    static <S> Consumer<ReferenceConfig<S>> with(MethodConfig method) {
        return reference -> reference.setMethods(List.of(method));
    }

    @Override
    public void close() {
        framework.destroy();
    }

    private static ApplicationConfig application(String name) {
        ApplicationConfig application = new ApplicationConfig(name);
        application.setQosEnable(false);
        application.setSerializeCheckStatus("STRICT");
        application.setEnableFileCache(false);
        return application;
    }
}
