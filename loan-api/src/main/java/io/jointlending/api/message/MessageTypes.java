package io.jointlending.api.message;

/**
 * Topics and tags. One topic per owning provider; the tag is the message type; the message key is the business key that
 * consumers dedupe by.
 */
public final class MessageTypes {
    /** Topic of loan-provider. */
    public static final String TOPIC_LOAN = "loan";
    /** Topic of fund-router-provider. */
    public static final String TOPIC_FUND_ROUTER = "fund-router";
    /** Topic of repayment-provider. */
    public static final String TOPIC_REPAYMENT = "repayment";
    /** Topic of channel-admin-provider. */
    public static final String TOPIC_CHANNEL_ADMIN = "channel-admin";

    /** {@link MasterOrderActivated}, key = {@code activated-<orderNo>}. */
    public static final String MASTER_ORDER_ACTIVATED = "MasterOrderActivated";
    /** {@link SubOrdersCreated}, key = {@code suborders-<orderNo>}. */
    public static final String SUB_ORDERS_CREATED = "SubOrdersCreated";
    /** {@link InstitutionNotified}, key = {@code notified-<taskNo>}. */
    public static final String INSTITUTION_NOTIFIED = "InstitutionNotified";
    /** {@link StatementPage}, key = {@code statement-<taskNo>}, the pages of a file in order. */
    public static final String STATEMENT_PAGE = "StatementPage";
    /** {@link RepaymentPosted}, key = {@code posted-<orderNo>-<sequence>}. */
    public static final String REPAYMENT_POSTED = "RepaymentPosted";
    /** {@link RepaymentReversed}, key = {@code reversed-<orderNo>-<sequence>}. */
    public static final String REPAYMENT_REVERSED = "RepaymentReversed";
    /** {@link MasterOrderSettled}, key = {@code settled-<orderNo>-<sequence>}. */
    public static final String MASTER_ORDER_SETTLED = "MasterOrderSettled";
    /** {@link ApprovalGranted}, key = {@code approval-<commandNo>}. */
    public static final String APPROVAL_GRANTED = "ApprovalGranted";
    /** {@link ApprovalExecuted}, on the topic of whoever carried it out, key = {@code approval-<commandNo>}. */
    public static final String APPROVAL_EXECUTED = "ApprovalExecuted";

    /** {@link ConfigurationPublished}, key = {@code configuration-<kind>-<code>-<version>}. */
    public static final String CONFIGURATION_PUBLISHED = "ConfigurationPublished";

    private MessageTypes() {}
}
