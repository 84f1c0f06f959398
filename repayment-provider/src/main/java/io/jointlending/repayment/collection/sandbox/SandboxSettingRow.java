package io.jointlending.repayment.collection.sandbox;

/** How the sandbox answers for an order, in the order of the columns read. */
record SandboxSettingRow(String answer, int unknownTimes) {}
