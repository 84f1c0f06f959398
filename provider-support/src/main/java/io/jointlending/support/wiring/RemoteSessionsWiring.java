package io.jointlending.support.wiring;

import io.jointlending.api.iam.IamCheckService;
import io.jointlending.support.identity.Sessions;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For providers that ask channel-admin-provider who a session belongs to: all but itself. */
@Configuration(proxyBeanMethods = false)
public class RemoteSessionsWiring {
    @Bean
    @DubboReference(version = "1.0.0", check = false)
    ReferenceBean<IamCheckService> iamCheckService() {
        return new ReferenceBean<>();
    }

    @Bean
    Sessions sessions(IamCheckService service) {
        return Sessions.remote(service);
    }
}
