package io.jointlending.api;

/** Formats that several contracts share. */
public final class Patterns {
    /** 1 to 64 letters, digits, hyphens and underscores; case matters. */
    public static final String REQUEST_NO = "[A-Za-z0-9_-]{1,64}";
    /** Exactly 22 digits. */
    public static final String ORDER_NO = "[0-9]{22}";
    /** 1 to 32 letters, digits, hyphens and underscores; case matters. */
    public static final String BORROWER_NO = "[A-Za-z0-9_-]{1,32}";
    /** Codes of products, institutions and schemes: 1 to 32 capital letters, digits, hyphens and underscores. */
    public static final String CODE = "[A-Z0-9_-]{1,32}";
    /** Number of a payment in the payment system: 1 to 64 letters, digits, hyphens and underscores. */
    public static final String PAYMENT_NO = "[A-Za-z0-9_-]{1,64}";

    private Patterns() {}
}
