package io.jointlending.support.start;

import io.jointlending.support.wiring.SupportWiring;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The smallest provider: nothing but what all of them have. */
@Configuration(proxyBeanMethods = false)
@Import(SupportWiring.class)
class SampleProvider {
    public static void main(String[] args) {
        ProviderLauncher.run(SampleProvider.class, args);
    }
}
