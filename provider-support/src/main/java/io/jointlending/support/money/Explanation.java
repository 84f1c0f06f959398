package io.jointlending.support.money;

import java.util.ArrayList;
import java.util.List;

/**
 * The working-out of a figure, for people who check it.
 *
 * @param title what is worked out
 * @param notes the rule with its numbers, one line each
 * @param columns headings of the table
 * @param rows one list of cells per row, as many as there are headings
 */
public record Explanation(String title, List<String> notes, List<String> columns, List<List<String>> rows) {
    private static final String GAP = "  ";

    /** Keeps its own copies; refuses a row that does not fit the headings. */
    public Explanation {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row of " + row.size() + " cells under " + columns);
            }
        }
    }

    /** As text: title, notes, and a table with its columns aligned right. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        notes.forEach(note -> lines.add(GAP + note));
        if (!rows.isEmpty()) {
            lines.add("");
            lines.add(line(columns));
            rows.forEach(row -> lines.add(line(row)));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            line.append(GAP).append(" ".repeat(width(i) - cell.length())).append(cell);
        }
        return line.toString();
    }

    private int width(int column) {
        int width = columns.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }
}
