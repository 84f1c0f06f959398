package io.jointlending.api.iam;

/**
 * The codes of all permissions, {@code domain:resource:action}. Every one is a row of {@code iam_permission}, made by a schema
 * script; a code here without its row, or a row without its code, fails the build. {@code …:approve} lets a person approve what
 * others propose with {@code …:update}, {@code …:create} and the like.
 */
public final class Permissions {
    /** Reads institutions, schemes, products, channels and their limits. */
    public static final String CONFIGURATION_READ = "channel:configuration:read";
    /** Proposes an institution or a change of its status. */
    public static final String INSTITUTION_UPDATE = "channel:institution:update";
    /** Approves that. */
    public static final String INSTITUTION_APPROVE = "channel:institution:approve";
    /** Proposes a ratio scheme. */
    public static final String SCHEME_UPDATE = "channel:scheme:update";
    /** Approves that. */
    public static final String SCHEME_APPROVE = "channel:scheme:approve";
    /** Proposes a product or a change of its status. */
    public static final String PRODUCT_UPDATE = "channel:product:update";
    /** Approves that. */
    public static final String PRODUCT_APPROVE = "channel:product:approve";
    /** Proposes to bring configuration from another platform. */
    public static final String CONFIGURATION_UPDATE = "channel:configuration:update";
    /** Approves that. */
    public static final String CONFIGURATION_APPROVE = "channel:configuration:approve";
    /** Applies for a channel. */
    public static final String CHANNEL_APPLY = "channel:channel:apply";
    /** Reviews a channel that somebody else applied for. */
    public static final String CHANNEL_REVIEW = "channel:channel:review";
    /** Proposes to enable, disable or close a channel. */
    public static final String CHANNEL_UPDATE = "channel:channel:update";
    /** Approves that. */
    public static final String CHANNEL_APPROVE = "channel:channel:approve";
    /** Registers customer managers and gives them customers. */
    public static final String AGENT_UPDATE = "channel:agent:update";
    /** Reads customer managers and whose customers are whose. */
    public static final String AGENT_READ = "channel:agent:read";
    /** Reads the orders of the own customers, masked. */
    public static final String AGENT_ORDERS = "channel:agent:orders";
    /** Reads what channels brought, by day. */
    public static final String CHANNEL_DAYS_READ = "loan:channel:read";
    /** Proposes when and how much an institution funds. */
    public static final String FUND_CHANNEL_UPDATE = "channel:fundchannel:update";
    /** Approves that. */
    public static final String FUND_CHANNEL_APPROVE = "channel:fundchannel:approve";
    /** Searches who changed what. */
    public static final String AUDIT_READ = "channel:audit:read";
    /** Reads all proposals and what became of them. */
    public static final String APPROVAL_READ = "channel:approval:read";
    /** Reads users, roles and permissions. */
    public static final String USER_READ = "iam:user:read";
    /** Proposes users, their roles and channels, a new one-time password, or their end. */
    public static final String USER_UPDATE = "iam:user:update";
    /** Approves that. */
    public static final String USER_APPROVE = "iam:user:approve";
    /** Proposes what a role may do. */
    public static final String ROLE_UPDATE = "iam:role:update";
    /** Approves that. */
    public static final String ROLE_APPROVE = "iam:role:approve";
    /** Reads master orders, plans and their history. */
    public static final String ORDER_READ = "loan:order:read";
    /** Reads borrowers, masked. */
    public static final String BORROWER_READ = "loan:borrower:read";
    /** Reads legs and sub-orders. */
    public static final String FUNDING_READ = "fund:order:read";
    /** Reads definitions of flows and channels, and replays of recorded tasks. */
    public static final String FLOW_READ = "fund:flow:read";
    /** Publishes a version of a flow or channel as a draft. */
    public static final String FLOW_PUBLISH = "fund:flow:publish";
    /** Brings a version into use that somebody else published. */
    public static final String FLOW_ACTIVATE = "fund:flow:activate";
    /** Reads routes, decisions and quotas. */
    public static final String ROUTE_READ = "fund:route:read";
    /** Publishes a version of a route as a draft. */
    public static final String ROUTE_PUBLISH = "fund:route:publish";
    /** Brings a version of a route into use that somebody else published. */
    public static final String ROUTE_ACTIVATE = "fund:route:activate";
    /** Reads tasks that run with institutions. */
    public static final String TASK_READ = "fund:task:read";
    /** Lets a task that waits for a person go on where it stands. */
    public static final String TASK_RESUME = "fund:task:resume";
    /** Holds the breaker before an institution open or closed for a time. */
    public static final String BREAKER_SWITCH = "fund:breaker:switch";
    /** Proposes to move or end a task. */
    public static final String TASK_UPDATE = "fund:task:update";
    /** Approves that. */
    public static final String TASK_APPROVE = "fund:task:approve";
    /** Reads ledgers, repayments and quotes. */
    public static final String LEDGER_READ = "repayment:ledger:read";
    /** Checks the ledger of an order and reads findings. */
    public static final String LEDGER_AUDIT = "repayment:ledger:audit";
    /** Reads attempts of the collection run. */
    public static final String COLLECTION_READ = "repayment:collection:read";
    /** Reads reports of institutions. */
    public static final String REPORT_READ = "repayment:report:read";
    /** Reads files of institutions and differences to our book. */
    public static final String DIFFERENCE_READ = "repayment:difference:read";
    /** Gives a difference to a person. */
    public static final String DIFFERENCE_ASSIGN = "repayment:difference:assign";
    /** Proposes the end of a difference. */
    public static final String DIFFERENCE_CLOSE = "repayment:difference:close";
    /** Approves that. */
    public static final String DIFFERENCE_APPROVE = "repayment:difference:approve";
    /** Proposes to give dues of an order up, or all of them. */
    public static final String ADJUSTMENT_CREATE = "repayment:adjustment:create";
    /** Approves that. */
    public static final String ADJUSTMENT_APPROVE = "repayment:adjustment:approve";
    /** Reads what a provider says of itself. */
    public static final String STATUS_READ = "ops:status:read";
    /** Reads which contract methods are called, and by whom. */
    public static final String RPC_READ = "ops:rpc:read";
    /** Reads messages that wait or failed. */
    public static final String MESSAGE_READ = "ops:message:read";
    /** Sends a message again, or gives it up. */
    public static final String MESSAGE_RESOLVE = "ops:message:resolve";
    /** Reads runs of jobs. */
    public static final String JOB_READ = "ops:job:read";
    /** Starts the run of a job. */
    public static final String JOB_RUN = "ops:job:run";
    /** Takes an instance offline and online. */
    public static final String INSTANCE_OFFLINE = "ops:instance:offline";

    private Permissions() {}
}
