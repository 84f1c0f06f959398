package io.jointlending.channel.usage;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the registry knows of the contracts.
 *
 * @param provided one for each contract of each instance
 * @param consumed one for each contract of each consumer
 */
public record RegisteredContracts(List<Provided> provided, List<Consumed> consumed) {
    private static final String EVERY_GROUP = "*";

    /** Copies. */
    public RegisteredContracts {
        provided = List.copyOf(provided);
        consumed = List.copyOf(consumed);
    }

    /** Applications that consume a contract in this group, by name. */
    Set<String> consumersOf(String contract, String group) {
        return consumed.stream()
                .filter(consumer -> consumer.contract().equals(contract)
                        && (consumer.group().equals(group) || consumer.group().equals(EVERY_GROUP)))
                .map(Consumed::application)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /**
     * A contract that an instance provides.
     *
     * @param group Dubbo group, empty for none
     * @param methods of the contract as the instance knows it
     */
    public record Provided(String application, String contract, String group, List<String> methods) {
        /** A copy. */
        public Provided {
            methods = List.copyOf(methods);
        }
    }

    /**
     * A contract that somebody consumes.
     *
     * @param group Dubbo group, empty for none, a star for every
     */
    public record Consumed(String application, String contract, String group) {}
}
