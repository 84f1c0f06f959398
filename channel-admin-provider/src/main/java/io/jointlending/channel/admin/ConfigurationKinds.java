package io.jointlending.channel.admin;

/** Kinds of configuration, as {@code ConfigurationCache} names them in a notice of change; the key is the code. */
final class ConfigurationKinds {
    static final String PRODUCT = "product";
    static final String SCHEME = "scheme";
    static final String INSTITUTION = "institution";
    static final String FUND_CHANNEL = "fund-channel";

    private ConfigurationKinds() {}
}
