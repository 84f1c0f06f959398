package io.jointlending.agent.inside;

/** Lengths of time as people write them: {@code 500ms}, {@code 60s}, {@code 2m}, {@code 60} (seconds). */
public final class Durations {
    private Durations() {}

    /**
     * Milliseconds.
     *
     * @throws IllegalArgumentException if it is none, or longer than a day
     */
    public static long millis(String text) {
        String digits = text.replaceFirst("(ms|s|m)$", "");
        if (!digits.matches("[0-9]{1,8}")) {
            throw new IllegalArgumentException("not a length of time: '" + text + "' (500ms, 60s, 2m or seconds)");
        }
        long number = Long.parseLong(digits);
        long millis = text.endsWith("ms") ? number : text.endsWith("m") ? number * 60_000 : number * 1_000;
        if (millis > 86_400_000L) {
            throw new IllegalArgumentException("longer than a day: " + text);
        }
        return millis;
    }
}
