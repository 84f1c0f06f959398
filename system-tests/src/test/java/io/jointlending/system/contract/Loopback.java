package io.jointlending.system.contract;

import io.jointlending.system.client.DubboConsumer;
import io.jointlending.system.client.FreePort;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;

/** A real Dubbo server on a free loopback port, set up as the providers are, and a consumer of it. No registry. */
final class Loopback implements AutoCloseable {
    private final DubboBootstrap server;
    private final DubboConsumer consumer;

    Loopback() {
        int port = FreePort.next();
        ApplicationConfig application = new ApplicationConfig("loopback-provider");
        application.setQosEnable(false);
        application.setSerializeCheckStatus("STRICT");
        application.setCheckSerializable(true);
        ProtocolConfig protocol = new ProtocolConfig("dubbo", port);
        protocol.setSerialization("hessian2");
        this.server = DubboBootstrap.newInstance()
                .application(application)
                .registry(new RegistryConfig(RegistryConfig.NO_AVAILABLE))
                .protocol(protocol);
        server.start();
        this.consumer = DubboConsumer.direct("loopback-consumer", "dubbo://127.0.0.1:" + port);
    }

    /** Exports a contract that is answered by the handler, and gives the proxy that calls it over the wire. */
    <T> T export(Class<T> contract, InvocationHandler handler) {
        ServiceConfig<T> service =
                new ServiceConfig<>(server.getApplicationModel().getDefaultModule());
        service.setInterface(contract);
        service.setVersion("1.0.0");
        service.setScope("remote");
        service.setRef(
                contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, handler)));
        service.export();
        return consumer.service(contract);
    }

    @Override
    public void close() {
        consumer.close();
        server.getApplicationModel().destroy();
    }
}
