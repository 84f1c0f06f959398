package io.jointlending.channel;

import io.jointlending.support.start.ProviderLauncher;

/** Starts channel-admin-provider: the only place where products, institutions and ratio schemes are written. */
public final class ChannelAdminProvider {
    private ChannelAdminProvider() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        ProviderLauncher.run(ChannelAdminWiring.class, args);
    }
}
