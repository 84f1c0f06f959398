package io.jointlending.support.start;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** Starts a provider. */
public final class ProviderLauncher {
    private ProviderLauncher() {}

    /**
     * Waits for the database and the registry, checks the schema version, then starts Spring with the given wiring.
     */
    public static void run(Class<?> wiring, String[] args) {
        SpringApplication application = new SpringApplication(wiring);
        application.setBannerMode(Banner.Mode.OFF);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(args);
    }
}
