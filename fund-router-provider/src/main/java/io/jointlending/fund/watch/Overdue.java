package io.jointlending.fund.watch;

import java.util.List;
import java.util.function.Supplier;

/** Rows of one kind that are older than they may be. */
final class Overdue implements Monitor {
    private final String code;
    private final String subject;
    private final String what;
    private final Supplier<Waiting> question;

    /**
     * A monitor.
     *
     * @param what they are, in a few words
     */
    Overdue(String code, String subject, String what, Supplier<Waiting> question) {
        this.code = code;
        this.subject = subject;
        this.what = what;
        this.question = question;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<Finding> look() {
        Waiting waiting = question.get();
        return waiting.found() == 0
                ? List.of()
                : List.of(new Finding(subject, what + ": " + waiting.text(), waiting.found()));
    }
}
