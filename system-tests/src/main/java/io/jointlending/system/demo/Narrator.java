package io.jointlending.system.demo;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Writes the story for a person: lines and tables. Progress goes to stderr, the story to stdout unless told otherwise. */
final class Narrator {
    private final PrintStream story;
    private final PrintStream progress;

    Narrator(PrintStream story, PrintStream progress) {
        this.story = story;
        this.progress = progress;
    }

    void say(String line) {
        story.println(line);
    }

    void title(String line) {
        story.println();
        story.println(line);
        story.println("-".repeat(line.length()));
    }

    void progress(String line) {
        progress.println(line);
    }

    /** A table with its first column to the left and all others to the right. */
    void table(List<String> heads, List<List<String>> rows) {
        int[] widths = new int[heads.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = heads.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        line(heads, widths);
        line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
        rows.forEach(row -> line(row, widths));
    }

    private void line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("   ");
        for (int column = 0; column < widths.length; column++) {
            String pad = " ".repeat(widths[column] - cells.get(column).length());
            line.append(' ').append(column == 0 ? cells.get(column) + pad : pad + cells.get(column));
            line.append(' ');
        }
        story.println(line.toString().stripTrailing());
    }

    /** Fen as yuan with two decimals: 10000 is 100.00. */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** Seconds with one decimal since a point of {@link System#nanoTime}. */
    static String secondsSince(long nanoTime) {
        return BigDecimal.valueOf((System.nanoTime() - nanoTime) / 100_000_000, 1)
                .toPlainString();
    }
}
