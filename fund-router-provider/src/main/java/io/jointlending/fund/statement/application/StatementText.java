package io.jointlending.fund.statement.application;

import io.jointlending.api.reconciliation.FileLineRequest;
import io.jointlending.fund.flow.domain.OutField;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of an institution's file, from what its flow took of the answer.
 *
 * @param date day of the file
 * @param page this page, from 1
 * @param pages how many there are; 0 for a file without lines
 * @param fileNo number of the file
 * @param linesInFile lines on all pages
 * @param lines those of this page, numbered through all pages
 */
record StatementText(LocalDate date, int page, int pages, String fileNo, int linesInFile, List<FileLineRequest> lines) {
    private static final int MOST_PAGES = 100_000;
    private static final Pattern FILE_NO = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,7}");
    private static final Pattern SUB_ORDER = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern WORD = Pattern.compile("[A-Z_]{1,16}");
    private static final Pattern YUAN = Pattern.compile("-?[0-9]{1,14}(\\.[0-9]{1,2})?");

    /** From the input of the task and what it took. */
    static StatementText of(Tree input, Tree.Fields out) {
        String date = text(input, "statement", "date");
        int page = count(input, "statement", "page");
        String fileNo = text(out, "fileNo");
        if (!FILE_NO.matcher(fileNo).matches()) {
            throw new UnreadableStatement("fileNo is no number of a file");
        }
        int pages = count(out, "pages");
        if (pages > MOST_PAGES) {
            throw new UnreadableStatement("it has more than " + MOST_PAGES + " pages");
        }
        List<Tree> entries =
                out.at(List.of("lines")).orElse(null) instanceof Tree.Items items ? items.items() : List.of();
        List<FileLineRequest> lines = new ArrayList<>();
        for (Tree entry : entries) {
            // a page has no more lines than this, so numbers are unique through all pages
            lines.add(line((page - 1) * OutField.MOST_ITEMS + lines.size() + 1, entry));
        }
        return new StatementText(LocalDate.parse(date), page, pages, fileNo, count(out, "linesInFile"), lines);
    }

    /** Whether no page comes after it. */
    boolean last() {
        return page >= pages;
    }

    private static FileLineRequest line(int number, Tree entry) {
        String where = "line " + number + ": ";
        return new FileLineRequest(
                number,
                word(where, entry, "subOrderNo", SUB_ORDER),
                word(where, entry, "eventKind", WORD),
                fen(where, entry, "principalYuan"),
                fen(where, entry, "interestYuan"),
                fen(where, entry, "penaltyYuan"),
                fen(where, entry, "feeYuan"),
                status(where, entry));
    }

    private static @Nullable String status(String where, Tree entry) {
        return entry.at(List.of("status")).isEmpty() ? null : word(where, entry, "status", WORD);
    }

    private static String word(String where, Tree entry, String name, Pattern form) {
        String word = text(entry, name);
        if (!form.matcher(word).matches()) {
            throw new UnreadableStatement(where + name + " is not as it must be");
        }
        return word;
    }

    private static long fen(String where, Tree entry, String name) {
        String yuan = text(entry, name);
        if (!YUAN.matcher(yuan).matches()) {
            throw new UnreadableStatement(where + name + " is no amount in yuan");
        }
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    private static int count(Tree tree, String... path) {
        String count = text(tree, path);
        if (!COUNT.matcher(count).matches()) {
            throw new UnreadableStatement(String.join(".", path) + " is no count");
        }
        return Integer.parseInt(count);
    }

    /** A text, or a number as it is written. */
    private static String text(Tree tree, String... path) {
        Optional<Tree> found = tree.at(List.of(path));
        if (found.isEmpty()) {
            throw new UnreadableStatement(String.join(".", path) + " is missing");
        }
        if (found.get() instanceof Tree.Numeral number) {
            return number.value().toPlainString();
        }
        if (found.get() instanceof Tree.Text text) {
            return text.value();
        }
        throw new UnreadableStatement(String.join(".", path) + " is no single value");
    }
}
