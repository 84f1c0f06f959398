package io.jointlending.agent.inside;

/** Questions to a URL of Dubbo. */
final class Urls {
    private Urls() {}

    /** Host and port. */
    static String address(Object url) {
        return String.valueOf(Mirror.call(url, "getAddress"));
    }

    static String protocol(Object url) {
        return String.valueOf(Mirror.call(url, "getProtocol"));
    }

    /** Empty if there is none. */
    static String parameter(Object url, String key) {
        return Mirror.optional(url, "getParameter", key).map(String::valueOf).orElse("");
    }

    /** Group, interface and version. */
    static String service(Object url) {
        return String.valueOf(Mirror.call(url, "getServiceKey"));
    }

    /** True if both stand for the same service at the same place. */
    static boolean same(Object one, Object other) {
        return address(one).equals(address(other))
                && protocol(one).equals(protocol(other))
                && service(one).equals(service(other));
    }

    /** All of it. */
    static String text(Object url) {
        return String.valueOf(Mirror.call(url, "toFullString"));
    }
}
