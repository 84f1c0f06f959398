package io.jointlending.system.rules;

/**
 * A convention that a script breaks.
 *
 * @param rule short name of the convention
 * @param place schema, file and, where there is one, table and column
 * @param message what is wrong
 */
record SqlFinding(String rule, String place, String message) {
    @Override
    public String toString() {
        return place + " [" + rule + "] " + message;
    }
}
