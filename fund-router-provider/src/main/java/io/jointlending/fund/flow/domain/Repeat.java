package io.jointlending.fund.flow.domain;

/** May a request be sent again when its answer was lost? */
public enum Repeat {
    /** Yes, with a new request number: a query. */
    FREE("free"),
    /** Yes, with the same request number: the institution recognises it. */
    SAME_NO("same-no"),
    /** No: a second request could move money a second time. */
    NEVER("never");

    private final String word;

    Repeat(String word) {
        this.word = word;
    }

    /** The word in a definition. */
    public String word() {
        return word;
    }
}
