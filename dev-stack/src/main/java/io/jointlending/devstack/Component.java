package io.jointlending.devstack;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One server of the stack. */
public enum Component {
    /** The registry. */
    ZOOKEEPER,
    /** The database, on the MySQL protocol. */
    MARIADB,
    /** Locks and limits. */
    REDIS,
    /** The RocketMQ name server. */
    NAMESRV,
    /** The RocketMQ broker; needs {@link #NAMESRV}. */
    BROKER;

    /** The word that commands, file names and property keys use: the constant in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Component of(String word) {
        return Arrays.stream(values())
                .filter(component -> component.word().equals(word))
                .findFirst()
                .orElseThrow(() -> StackFailure.usage("no component is called '" + word + "', there are "
                        + Arrays.stream(values()).map(Component::word).collect(Collectors.joining(", "))));
    }
}
