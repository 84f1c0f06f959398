package io.jointlending.repayment.audit;

/** Where the books of an order are kept. */
enum BookPlace {
    LIVE(""),
    ARCHIVE("_archive");

    private final String suffix;

    BookPlace(String suffix) {
        this.suffix = suffix;
    }

    /** What the names of the tables end with. */
    String suffix() {
        return suffix;
    }
}
