package io.jointlending.support.usage;

import java.util.Comparator;

/**
 * A method of a contract.
 *
 * @param contract full name of the interface
 * @param method name; contracts do not overload
 */
public record ContractMethod(String contract, String method) implements Comparable<ContractMethod> {
    private static final Comparator<ContractMethod> ORDER =
            Comparator.comparing(ContractMethod::contract).thenComparing(ContractMethod::method);

    /** The same order everywhere, so that instances that write the same rows do not wait for each other in a circle. */
    @Override
    public int compareTo(ContractMethod other) {
        return ORDER.compare(this, other);
    }

    /** Name of the interface as the meter of calls has it. */
    String service() {
        return contract.substring(contract.lastIndexOf('.') + 1);
    }
}
