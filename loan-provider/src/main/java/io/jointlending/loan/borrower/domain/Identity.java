package io.jointlending.loan.borrower.domain;

/**
 * The four facts that identify a person to a bank (四要素). Two identities are the same when all four are.
 * {@link #toString()} shows none of them.
 *
 * @param name name as on the identity card
 * @param idNumber identity card number
 * @param mobile mobile number
 * @param cardNumber bank card number
 */
public record Identity(String name, String idNumber, String mobile, String cardNumber) {

    /** What may be shown to people: the hidden characters are asterisks. */
    public MaskedIdentity masked() {
        return new MaskedIdentity(mask(name, 1, 0), mask(idNumber, 3, 2), mask(mobile, 3, 2), mask(cardNumber, 0, 4));
    }

    @Override
    public String toString() {
        return "Identity[***]";
    }

    /** Counts in code points, so that a rare character of a name is not cut in two; at least one asterisk is shown. */
    private static String mask(String fact, int first, int last) {
        int[] points = fact.codePoints().toArray();
        int hidden = points.length - first - last;
        if (hidden < 1) {
            return new String(points, 0, Math.min(first, points.length)) + "*";
        }
        return new String(points, 0, first) + "*".repeat(hidden) + new String(points, points.length - last, last);
    }
}
