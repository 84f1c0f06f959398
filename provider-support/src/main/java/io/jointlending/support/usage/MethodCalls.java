package io.jointlending.support.usage;

/**
 * Calls to be added to a row.
 *
 * @param contract full name of the interface
 * @param method name
 * @param calls how many
 */
record MethodCalls(String contract, String method, long calls) {}
