package io.jointlending.api.approval;

import io.jointlending.api.iam.Permissions;
import java.util.List;
import java.util.Optional;

/** Every action that needs two persons, who may propose it, who may approve it, and where it is carried out. */
public final class Actions {
    /** Adds an institution. */
    public static final String CREATE_INSTITUTION = "channel.createInstitution";
    /** Enables or disables an institution. */
    public static final String CHANGE_INSTITUTION_STATUS = "channel.changeInstitutionStatus";
    /** Adds a ratio scheme. */
    public static final String CREATE_SCHEME = "channel.createScheme";
    /** Adds a product. */
    public static final String CREATE_PRODUCT = "channel.createProduct";
    /** Moves a product along ON_SALE, REPAY_ONLY, OFFLINE. */
    public static final String CHANGE_PRODUCT_STATUS = "channel.changeProductStatus";
    /** Sets when and how much an institution funds. */
    public static final String PUT_FUND_CHANNEL = "channel.putFundChannel";
    /** Adds and changes institutions, schemes, products and fund channels as a document from another platform has them. */
    public static final String IMPORT_CONFIGURATION = "channel.importConfiguration";
    /** Enables, disables or closes a channel. */
    public static final String CHANGE_CHANNEL_STATUS = "channel.changeChannelStatus";
    /** Adds a user with roles and channels; the approval shows a one-time password. */
    public static final String CREATE_USER = "iam.createUser";
    /** Sets all roles and channels of a user, and whether the user is enabled. */
    public static final String CHANGE_USER = "iam.changeUser";
    /** Replaces a user's password by one that is shown once, in the answer of the approval. */
    public static final String RESET_PASSWORD = "iam.resetPassword";
    /** Adds a role, or sets all permissions of one. */
    public static final String SAVE_ROLE = "iam.saveRole";
    /** Ends a difference between an institution's file and our book. */
    public static final String CLOSE_DIFFERENCE = "repayment.closeDifference";
    /** Gives dues of an order up. */
    public static final String WAIVE = "repayment.waive";
    /** Gives everything up that is open on an order. */
    public static final String WRITE_OFF = "repayment.writeOff";

    /** Moves or ends a task that runs with an institution, such as a step that is stuck. */
    public static final String INTERVENE_TASK = "fund.interveneTask";

    private static final String CHANNEL_ADMIN = "channel-admin-provider";
    private static final String FUND_ROUTER = "fund-router-provider";
    private static final String REPAYMENT = "repayment-provider";

    private static final List<ActionRule> ALL = List.of(
            new ActionRule(
                    CREATE_INSTITUTION,
                    "CreateInstitutionRequest",
                    Permissions.INSTITUTION_UPDATE,
                    Permissions.INSTITUTION_APPROVE,
                    CHANNEL_ADMIN),
            new ActionRule(
                    CHANGE_INSTITUTION_STATUS,
                    "ChangeInstitutionStatusRequest",
                    Permissions.INSTITUTION_UPDATE,
                    Permissions.INSTITUTION_APPROVE,
                    CHANNEL_ADMIN),
            new ActionRule(
                    CREATE_SCHEME,
                    "CreateSchemeRequest",
                    Permissions.SCHEME_UPDATE,
                    Permissions.SCHEME_APPROVE,
                    CHANNEL_ADMIN),
            new ActionRule(
                    CREATE_PRODUCT,
                    "CreateProductRequest",
                    Permissions.PRODUCT_UPDATE,
                    Permissions.PRODUCT_APPROVE,
                    CHANNEL_ADMIN),
            new ActionRule(
                    CHANGE_PRODUCT_STATUS,
                    "ChangeProductStatusRequest",
                    Permissions.PRODUCT_UPDATE,
                    Permissions.PRODUCT_APPROVE,
                    CHANNEL_ADMIN),
            new ActionRule(
                    PUT_FUND_CHANNEL,
                    "PutFundChannelRequest",
                    Permissions.FUND_CHANNEL_UPDATE,
                    Permissions.FUND_CHANNEL_APPROVE,
                    CHANNEL_ADMIN),
            new ActionRule(
                    IMPORT_CONFIGURATION,
                    "ImportConfigurationRequest",
                    Permissions.CONFIGURATION_UPDATE,
                    Permissions.CONFIGURATION_APPROVE,
                    CHANNEL_ADMIN),
            new ActionRule(
                    CHANGE_CHANNEL_STATUS,
                    "ChangeChannelStatusRequest",
                    Permissions.CHANNEL_UPDATE,
                    Permissions.CHANNEL_APPROVE,
                    CHANNEL_ADMIN),
            new ActionRule(
                    INTERVENE_TASK, "InterveneRequest", Permissions.TASK_UPDATE, Permissions.TASK_APPROVE, FUND_ROUTER),
            new ActionRule(
                    CREATE_USER, "CreateUserPayload", Permissions.USER_UPDATE, Permissions.USER_APPROVE, CHANNEL_ADMIN),
            new ActionRule(
                    CHANGE_USER, "ChangeUserPayload", Permissions.USER_UPDATE, Permissions.USER_APPROVE, CHANNEL_ADMIN),
            new ActionRule(
                    RESET_PASSWORD,
                    "ResetPasswordPayload",
                    Permissions.USER_UPDATE,
                    Permissions.USER_APPROVE,
                    CHANNEL_ADMIN),
            new ActionRule(
                    SAVE_ROLE, "SaveRolePayload", Permissions.ROLE_UPDATE, Permissions.ROLE_APPROVE, CHANNEL_ADMIN),
            new ActionRule(
                    CLOSE_DIFFERENCE,
                    "CloseDifferenceRequest",
                    Permissions.DIFFERENCE_CLOSE,
                    Permissions.DIFFERENCE_APPROVE,
                    REPAYMENT),
            new ActionRule(
                    WAIVE, "WaiveRequest", Permissions.ADJUSTMENT_CREATE, Permissions.ADJUSTMENT_APPROVE, REPAYMENT),
            new ActionRule(
                    WRITE_OFF,
                    "WriteOffRequest",
                    Permissions.ADJUSTMENT_CREATE,
                    Permissions.ADJUSTMENT_APPROVE,
                    REPAYMENT));

    private Actions() {}

    /** Every action. */
    public static List<ActionRule> all() {
        return ALL;
    }

    /** The rule of an action. */
    public static Optional<ActionRule> find(String action) {
        return ALL.stream().filter(rule -> rule.action().equals(action)).findFirst();
    }
}
