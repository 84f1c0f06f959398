package io.jointlending.fund.statement.application;

import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.task.domain.TaskKey;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * The task for one page of an institution's file of a day.
 *
 * @param channel whom it is asked of
 * @param date day of the file, Asia/Shanghai
 * @param page 1, 2, …
 * @param attempt 1, or more when a person asks for the file once more
 */
record StatementTask(String channel, LocalDate date, int page, int attempt) {
    /** The behaviour of these tasks. */
    static final String BEHAVIOUR = "statement";

    private static final int NO_SHARD = 0;

    TaskKey key() {
        return new TaskKey(channel, BEHAVIOUR, number(), attempt, null, NO_SHARD);
    }

    Tree.Fields input() {
        Tree.Fields statement = Tree.Fields.empty()
                .with("no", new Tree.Text(number()))
                .with("date", new Tree.Text(date.toString()))
                .with("page", Tree.Numeral.of(page));
        return Tree.Fields.empty().with("statement", statement);
    }

    StatementTask next() {
        return new StatementTask(channel, date, page + 1, attempt);
    }

    private String number() {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date) + '-' + page;
    }
}
