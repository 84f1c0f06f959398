package io.jointlending.support.start;

import io.jointlending.support.config.ProviderProperties;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Starts a provider. */
public final class ProviderLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderLauncher.class);
    private static final int NOT_CONFIGURED = 1;

    private ProviderLauncher() {}

    /**
     * Waits for the database and the registry, checks the schema version, then starts Spring with the given wiring. Ends
     * the process with exit code 1 and one line when the schema is too old.
     */
    public static void run(Class<?> wiring, String[] args) {
        start(wiring, args);
    }

    /** The same, with the running context. */
    static ConfigurableApplicationContext start(Class<?> wiring, String[] args) {
        SpringApplication application = new SpringApplication(wiring);
        application.setBannerMode(Banner.Mode.OFF);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(ProviderLauncher::prepare);
        return application.run(args);
    }

    /** Runs when the configuration is known and before the first bean exists. */
    private static void prepare(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        ProviderProperties properties = Binder.get(environment).bindOrCreate("jl", ProviderProperties.class);
        home(properties.home());
        try {
            requireMasterKey(properties);
            new Prerequisites(properties).await();
        } catch (IllegalStateException e) {
            LOG.error("{} cannot start: {}", properties.application(), e.getMessage());
            System.exit(NOT_CONFIGURED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to start", e);
        }
    }

    private static void requireMasterKey(ProviderProperties properties) {
        if (properties.security().masterKey().isBlank() && !properties.development()) {
            throw new IllegalStateException(
                    "jl.security.master-key (JL_SECURITY_MASTER_KEY) is empty: without it nobody"
                            + " knows who calls. Make one for all providers with: openssl rand -base64 32");
        }
    }

    // Dubbo and RocketMQ keep caches and logs under user.home; two instances on one machine must not share them.
    private static void home(String configured) {
        String home = Path.of(configured).toAbsolutePath().normalize().toString();
        System.setProperty("user.home", home);
        if (System.getProperty("rocketmq.log.root") == null) {
            System.setProperty("rocketmq.log.root", Path.of(home, "logs").toString());
        }
    }
}
