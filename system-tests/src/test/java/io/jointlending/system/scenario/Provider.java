package io.jointlending.system.scenario;

/** The four providers, as their processes are started. */
enum Provider {
    LOAN("loan-provider", "loan", "io.jointlending.loan.LoanProvider"),
    FUND_ROUTER("fund-router-provider", "fund_router", "io.jointlending.fund.FundRouterProvider"),
    REPAYMENT("repayment-provider", "repayment", "io.jointlending.repayment.RepaymentProvider"),
    CHANNEL_ADMIN("channel-admin-provider", "channel_admin", "io.jointlending.channel.ChannelAdminProvider");

    private final String application;
    private final String schema;
    private final String mainClass;

    Provider(String application, String schema, String mainClass) {
        this.application = application;
        this.schema = schema;
        this.mainClass = mainClass;
    }

    /** Dubbo application and module. */
    String application() {
        return application;
    }

    String schema() {
        return schema;
    }

    String mainClass() {
        return mainClass;
    }
}
