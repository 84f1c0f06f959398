package io.jointlending.fund.sandbox;

/** How an institution answers for an order, or for {@code *}: every order without a setting of its own. */
record SandboxSetting(String orderNo, String institutionCode, String answer, Integer processingTimes) {
    static final String EVERY_ORDER = "*";
}
