package io.jointlending.api.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The one table of answer codes. Codes are only added, never reused and never change their meaning; the table in
 * docs/error-codes.md is made from it. The first character names who can mend the cause, after the habit of the Alibaba
 * Java manual: A the caller, B this system, C a third party.
 */
public final class ErrorCodes {
    private static final List<ErrorCode> ALL = new ArrayList<>();

    /** The call did what it says. */
    public static final ErrorCode OK = define("00000", "OK", "ok");

    // Any request
    public static final ErrorCode INVALID_REQUEST =
            define("A0400", "INVALID_REQUEST", "A field of the request breaks the rule named in the message.");
    public static final ErrorCode SESSION_INVALID = define(
            "A0401", "SESSION_INVALID", "No session, or one that has ended, expired or been revoked; log in again.");
    public static final ErrorCode SIGNATURE_INVALID = define(
            "A0402",
            "SIGNATURE_INVALID",
            "The call is not signed with a key of this platform, or its time is too far from ours; see the message.");
    public static final ErrorCode CALLER_REFUSED =
            define("A0403", "CALLER_REFUSED", "Calls from this address are not allowed.");
    public static final ErrorCode REQUEST_NOT_FOUND =
            define("A0404", "REQUEST_NOT_FOUND", "No finished command of this caller has this request number.");
    public static final ErrorCode NOT_PERMITTED =
            define("A0406", "NOT_PERMITTED", "The caller may not do this; see the message.");
    public static final ErrorCode APPROVAL_NEEDED =
            define("A0407", "APPROVAL_NEEDED", "One person proposes this and another approves it: ApprovalService.");
    public static final ErrorCode REQUEST_BODY_CHANGED =
            define("A0409", "REQUEST_BODY_CHANGED", "The request number was used before with another body.");
    public static final ErrorCode PROCESSING = define(
            "A0425",
            "PROCESSING",
            "A command with this request number is still running; ask again with the same body.");

    // Persons
    public static final ErrorCode LOGIN_REFUSED = define(
            "A0411", "LOGIN_REFUSED", "Name or password are wrong, or too many attempts failed; try again later.");
    public static final ErrorCode PASSWORD_CHANGE_NEEDED =
            define("A0412", "PASSWORD_CHANGE_NEEDED", "A one-time password must be changed before anything else.");
    public static final ErrorCode PASSWORD_WEAK =
            define("A0413", "PASSWORD_WEAK", "The new password breaks the rule named in the message.");

    // Borrower and credit
    public static final ErrorCode BORROWER_NOT_FOUND =
            define("A0501", "BORROWER_NOT_FOUND", "No borrower has this number.");
    public static final ErrorCode BORROWER_NOT_ACTIVATED = define(
            "A0502", "BORROWER_NOT_ACTIVATED", "The borrower is not activated and the request brings no identity.");
    public static final ErrorCode IDENTITY_BOUND_TO_OTHER =
            define("A0503", "IDENTITY_BOUND_TO_OTHER", "Another borrower is activated with this identity number.");
    public static final ErrorCode IDENTITY_CONTRADICTS =
            define("A0504", "IDENTITY_CONTRADICTS", "The borrower is activated with other identity facts.");
    public static final ErrorCode CREDIT_INSUFFICIENT =
            define("A0505", "CREDIT_INSUFFICIENT", "The free credit is less than the amount.");
    public static final ErrorCode FACTS_REFUSED =
            define("A0506", "FACTS_REFUSED", "Identities are answered only to the application that has the secret.");

    // Order
    public static final ErrorCode ORDER_NOT_FOUND = define("A0511", "ORDER_NOT_FOUND", "No order has this number.");
    public static final ErrorCode ORDER_STATE =
            define("A0512", "ORDER_STATE", "The order's state does not allow this step.");
    public static final ErrorCode PAYMENT_AMOUNT_DIFFERS =
            define("A0513", "PAYMENT_AMOUNT_DIFFERS", "The paid amount is not the amount of the order.");
    public static final ErrorCode PAYMENT_RESULT_CONTRADICTS = define(
            "A0514",
            "PAYMENT_RESULT_CONTRADICTS",
            "The order ended with another result; the contradiction is recorded as a discrepancy.");
    public static final ErrorCode APR_ABOVE_CEILING = define(
            "A0515", "APR_ABOVE_CEILING", "The plan costs more in a year, fees included, than the product allows.");

    // Product and scheme
    public static final ErrorCode PRODUCT_NOT_FOUND = define("A0521", "PRODUCT_NOT_FOUND", "No product has this code.");
    public static final ErrorCode PRODUCT_NOT_ON_SALE =
            define("A0522", "PRODUCT_NOT_ON_SALE", "The product is not on sale; loans already paid out go on.");
    public static final ErrorCode AMOUNT_OUT_OF_RANGE =
            define("A0523", "AMOUNT_OUT_OF_RANGE", "The amount is outside the range of the product.");
    public static final ErrorCode TERM_NOT_OFFERED =
            define("A0524", "TERM_NOT_OFFERED", "The product does not offer this number of installments.");
    public static final ErrorCode SCHEME_NOT_FOUND =
            define("A0525", "SCHEME_NOT_FOUND", "No ratio scheme has this code.");
    public static final ErrorCode SCHEME_NOT_OFFERED =
            define("A0526", "SCHEME_NOT_OFFERED", "The product is not funded by this ratio scheme.");
    public static final ErrorCode INSTITUTION_NOT_FOUND =
            define("A0527", "INSTITUTION_NOT_FOUND", "No institution has this code.");
    public static final ErrorCode ALREADY_EXISTS =
            define("A0528", "ALREADY_EXISTS", "An entry with this code exists with other content.");
    public static final ErrorCode SHARES_NOT_WHOLE =
            define("A0529", "SHARES_NOT_WHOLE", "The shares of a ratio scheme must add up to 10000 basis points.");
    public static final ErrorCode PRODUCT_STATUS = define(
            "A0530",
            "PRODUCT_STATUS",
            "A product moves from ON_SALE to REPAY_ONLY to OFFLINE and back, one step at a time.");

    public static final ErrorCode OWN_RATE_UNSUPPORTED = define(
            "A0535",
            "OWN_RATE_UNSUPPORTED",
            "The lead cannot have a rate of its own: it gets what the others leave of the interest.");
    public static final ErrorCode OWN_RATES_TOO_HIGH = define(
            "A0536",
            "OWN_RATES_TOO_HIGH",
            "The institutions' own rates take more than the borrower pays; the lead would get less than nothing.");

    // Funding
    public static final ErrorCode FUNDING_NOT_FOUND =
            define("A0531", "FUNDING_NOT_FOUND", "The order has not reached the fund side.");
    public static final ErrorCode ROUTE_NOT_FOUND =
            define("A0532", "ROUTE_NOT_FOUND", "No route has this name and version.");
    public static final ErrorCode ROUTE_REFUSED =
            define("A0533", "ROUTE_REFUSED", "The route breaks a rule; the message says which, and where.");
    public static final ErrorCode ROUTE_STATE =
            define("A0534", "ROUTE_STATE", "The state of the route does not allow this step; see the message.");
    public static final ErrorCode FUND_CHANNEL_NOT_FOUND =
            define("A0537", "FUND_CHANNEL_NOT_FOUND", "The institution has no fund channel.");
    public static final ErrorCode FUND_CHANNEL_CHANGED =
            define("A0538", "FUND_CHANNEL_CHANGED", "The fund channel is of another version; read it and ask again.");
    public static final ErrorCode INSTITUTION_STATUS = define(
            "A0539", "INSTITUTION_STATUS", "The status of the institution does not allow this; see the message.");

    // Repayment
    public static final ErrorCode LEDGER_NOT_FOUND =
            define("A0541", "LEDGER_NOT_FOUND", "The order is not active, so nothing is owed on it.");
    public static final ErrorCode PAYMENT_ALREADY_BOOKED =
            define("A0542", "PAYMENT_ALREADY_BOOKED", "A repayment with this payment reference is already booked.");
    public static final ErrorCode RETRIAL =
            define("A0543", "RETRIAL", "The quote is no longer current; ask for a new one and repay with its token.");
    public static final ErrorCode REPAYMENT_NOT_FOUND =
            define("A0544", "REPAYMENT_NOT_FOUND", "No repayment has this number.");
    public static final ErrorCode VALUE_DATE_REFUSED = define(
            "A0545",
            "VALUE_DATE_REFUSED",
            "The value date is before that of an earlier event, after today, or further back than the product allows.");
    public static final ErrorCode PAY_OFF_BELOW_OWED =
            define("A0546", "PAY_OFF_BELOW_OWED", "The amount does not pay the order off; nothing was booked.");
    public static final ErrorCode REPAY_ABOVE_OWED =
            define("A0547", "REPAY_ABOVE_OWED", "The amount is above what is owed; nothing was taken.");
    public static final ErrorCode REVERSAL_CLOSED = define(
            "A0548",
            "REVERSAL_CLOSED",
            "The ledger was written off or refunded: nothing on it can be reversed any more.");
    public static final ErrorCode ALREADY_REVERSED =
            define("A0549", "ALREADY_REVERSED", "The event is already reversed.");
    public static final ErrorCode NOT_REVERSIBLE =
            define("A0550", "NOT_REVERSIBLE", "A reversal cannot be reversed; book the money again.");
    public static final ErrorCode EXCESS_ALREADY_USED = define(
            "A0551", "EXCESS_ALREADY_USED", "The money beyond what was owed has already left the suspense balance.");
    public static final ErrorCode SUSPENSE_INSUFFICIENT =
            define("A0552", "SUSPENSE_INSUFFICIENT", "The suspense balance is less than the amount.");
    public static final ErrorCode WAIVER_ABOVE_OPEN =
            define("A0553", "WAIVER_ABOVE_OPEN", "The amount to waive is above what is open.");
    public static final ErrorCode WAIVER_BEARER_UNSUPPORTED = define(
            "A0554",
            "WAIVER_BEARER_UNSUPPORTED",
            "A waiver is borne by all institutions together and by nobody alone.");
    public static final ErrorCode SECOND_PERSON_REQUIRED =
            define("A0555", "SECOND_PERSON_REQUIRED", "Operator and approver must be different persons.");
    public static final ErrorCode NOTHING_OPEN = define("A0556", "NOTHING_OPEN", "Nothing is open on the ledger.");
    public static final ErrorCode PARTIAL_REFUND_UNSUPPORTED =
            define("A0557", "PARTIAL_REFUND_UNSUPPORTED", "Only a refund of the whole loan amount is supported.");
    public static final ErrorCode TAKEOVER_UNSUPPORTED = define(
            "A0558", "TAKEOVER_UNSUPPORTED", "Taking an institution's part over is not supported; repayments go on.");
    public static final ErrorCode SUSPENSE_REFUND_NOT_FOUND =
            define("A0559", "SUSPENSE_REFUND_NOT_FOUND", "No refund of suspense money has this number.");
    public static final ErrorCode SUSPENSE_REFUND_STATE =
            define("A0560", "SUSPENSE_REFUND_STATE", "The refund of suspense money has already ended differently.");

    // Jobs
    public static final ErrorCode JOB_NOT_FOUND = define("A0561", "JOB_NOT_FOUND", "No job has this name here.");
    public static final ErrorCode JOB_DATE_REFUSED =
            define("A0562", "JOB_DATE_REFUSED", "The job cannot run for this date: it is still to come.");
    public static final ErrorCode COLLECTION_NOT_FOUND =
            define("A0563", "COLLECTION_NOT_FOUND", "Nothing was collected of this order on this day.");

    // Closing, reports, reconciliation, archive
    public static final ErrorCode DAY_NOT_OVER = define(
            "A0571", "DAY_NOT_OVER", "Dates are closed one after the other, each when it is over; see the message.");
    public static final ErrorCode DAY_NOT_CLOSED = define(
            "A0572", "DAY_NOT_CLOSED", "The date is not closed, or its daily lines are not made yet; ask again later.");
    public static final ErrorCode ORDER_ARCHIVED =
            define("A0573", "ORDER_ARCHIVED", "The order is settled and archived; it can only be read.");
    public static final ErrorCode FILE_NOT_FOUND =
            define("A0581", "FILE_NOT_FOUND", "The institution sent no file with this number.");
    public static final ErrorCode FILE_STATE =
            define("A0582", "FILE_STATE", "The state of the file does not allow this step; see the message.");
    public static final ErrorCode DIFFERENCE_NOT_FOUND =
            define("A0583", "DIFFERENCE_NOT_FOUND", "No difference has this number.");
    public static final ErrorCode DIFFERENCE_CLOSED =
            define("A0584", "DIFFERENCE_CLOSED", "The difference is closed already.");

    // Access engine of the fund side
    public static final ErrorCode DEFINITION_REFUSED = define(
            "A0601", "DEFINITION_REFUSED", "The definition breaks a rule; the message names line, step and rule.");
    public static final ErrorCode DEFINITION_NOT_FOUND = define(
            "A0602", "DEFINITION_NOT_FOUND", "No such version of a flow or channel is published, or none is active.");
    public static final ErrorCode TASK_INPUT =
            define("A0603", "TASK_INPUT", "The input of the task is not as its flow declares it; see the message.");
    public static final ErrorCode DIVERGENCES_UNSEEN = define(
            "A0604",
            "DIVERGENCES_UNSEEN",
            "The shadow replay shows another number of diverging tasks than was looked at.");
    public static final ErrorCode DEFINITION_STATE =
            define("A0605", "DEFINITION_STATE", "The version was published or activated before; see the message.");
    public static final ErrorCode TASK_NOT_FOUND = define("A0606", "TASK_NOT_FOUND", "No task has this number.");
    public static final ErrorCode INTERVENTION_REFUSED =
            define("A0607", "INTERVENTION_REFUSED", "The task does not allow this; see the message.");

    // Messages
    public static final ErrorCode MESSAGE_NOT_FOUND =
            define("A0591", "MESSAGE_NOT_FOUND", "No message has this id here.");
    public static final ErrorCode MESSAGE_STATE =
            define("A0592", "MESSAGE_STATE", "The state of the message does not allow this; see the message.");
    public static final ErrorCode MESSAGE_FAILED_AGAIN =
            define("A0593", "MESSAGE_FAILED_AGAIN", "The message was not consumed this time either; see the message.");

    // Users, roles, approvals
    public static final ErrorCode USER_NOT_FOUND = define("A0608", "USER_NOT_FOUND", "No user has this name.");
    public static final ErrorCode ROLE_NOT_FOUND =
            define("A0609", "ROLE_NOT_FOUND", "A role or permission in the request does not exist.");
    public static final ErrorCode ACTION_UNKNOWN =
            define("A0611", "ACTION_UNKNOWN", "No action of this name needs an approval here.");
    public static final ErrorCode APPROVAL_NOT_FOUND =
            define("A0612", "APPROVAL_NOT_FOUND", "No proposal has this number.");
    public static final ErrorCode APPROVAL_OWN_WORK =
            define("A0613", "APPROVAL_OWN_WORK", "Who proposed a change can neither approve nor reject it.");
    public static final ErrorCode BASE_CHANGED =
            define("A0614", "BASE_CHANGED", "The target was changed since; propose it again. See the message.");
    public static final ErrorCode APPROVAL_STATE =
            define("A0615", "APPROVAL_STATE", "The proposal is no longer pending; see the message.");

    // Configuration that is moved
    public static final ErrorCode CONFIGURATION_FORMAT = define(
            "A0621", "CONFIGURATION_FORMAT", "The document is of another format or version than this platform reads.");
    public static final ErrorCode CONFIGURATION_FIXED = define(
            "A0622",
            "CONFIGURATION_FIXED",
            "An entry of the document exists here with other content that cannot be changed; see the message.");

    // Channels
    public static final ErrorCode CHANNEL_NOT_FOUND = define("A0623", "CHANNEL_NOT_FOUND", "No channel has this code.");
    public static final ErrorCode CHANNEL_NOT_ENABLED =
            define("A0624", "CHANNEL_NOT_ENABLED", "The channel is not enabled; orders it submitted before go on.");
    public static final ErrorCode CHANNEL_STATE =
            define("A0625", "CHANNEL_STATE", "The state of the channel does not allow this; see the message.");
    public static final ErrorCode AGENT_NOT_FOUND =
            define("A0626", "AGENT_NOT_FOUND", "No customer manager has this number, or this user in this channel.");
    public static final ErrorCode AGENT_STATE =
            define("A0627", "AGENT_STATE", "The customer manager is disabled, or in this state already.");
    public static final ErrorCode AGENT_FULL =
            define("A0628", "AGENT_FULL", "The customer manager has as many customers as one can have.");
    public static final ErrorCode CUSTOMER_UNASSIGNED =
            define("A0629", "CUSTOMER_UNASSIGNED", "The customer has no customer manager.");
    public static final ErrorCode CHANNEL_REQUIRED =
            define("A0630", "CHANNEL_REQUIRED", "Orders must name the channel that the borrower came by.");

    // Instances
    public static final ErrorCode INSTANCE_NOT_FOUND =
            define("A0631", "INSTANCE_NOT_FOUND", "No such process is running; read the list again.");
    public static final ErrorCode INSTANCE_GUARDED = define(
            "A0632",
            "INSTANCE_GUARDED",
            "A service would have no provider; nothing was changed. The message names the services.");
    public static final ErrorCode INSTANCE_BUSY =
            define("A0633", "INSTANCE_BUSY", "The instance is on its way offline or online.");
    public static final ErrorCode INSTANCE_AGENT =
            define("A0634", "INSTANCE_AGENT", "The agent of the instance is not there, or cannot; see the message.");

    // This system
    public static final ErrorCode INTERNAL_ERROR = define(
            "B0001", "INTERNAL_ERROR", "Something broke here. Nothing is known of the outcome until it is asked for.");
    public static final ErrorCode DATABASE_UNAVAILABLE =
            define("B0310", "DATABASE_UNAVAILABLE", "The database did not answer; nothing was stored.");
    public static final ErrorCode BUSY =
            define("B0210", "BUSY", "Too much is running here; nothing was done, try again.");
    public static final ErrorCode LOCKED =
            define("B0211", "LOCKED", "Somebody else is working on the same thing; nothing was done, try again.");
    public static final ErrorCode PROVIDER_UNAVAILABLE = define(
            "B0320", "PROVIDER_UNAVAILABLE", "Another provider of this platform did not answer; nothing was stored.");

    // Third parties
    public static final ErrorCode PAYMENT_SYSTEM_UNAVAILABLE =
            define("C0110", "PAYMENT_SYSTEM_UNAVAILABLE", "The payment system did not answer.");
    public static final ErrorCode INSTITUTION_UNAVAILABLE =
            define("C0120", "INSTITUTION_UNAVAILABLE", "The institution did not answer.");

    private ErrorCodes() {}

    /** Every code, in the order of this table. */
    public static List<ErrorCode> all() {
        return Collections.unmodifiableList(ALL);
    }

    private static ErrorCode define(String code, String name, String meaning) {
        ErrorCode made = new ErrorCode(code, name, meaning);
        ALL.add(made);
        return made;
    }
}
