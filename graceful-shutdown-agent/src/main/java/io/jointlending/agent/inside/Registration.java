package io.jointlending.agent.inside;

/** One exported URL in one registry, as Dubbo itself keeps it. */
final class Registration {
    final DubboApplication application;
    /** Dubbo's own record: it stays the same object when a rule gives it another URL. */
    final Object stated;

    final RegistryDoor door;
    final String service;

    Registration(DubboApplication application, String service, Object stated, RegistryDoor door) {
        this.application = application;
        this.service = service;
        this.stated = stated;
        this.door = door;
    }

    Object url() {
        return Mirror.call(stated, "getProviderUrl");
    }

    boolean flagged() {
        return Boolean.TRUE.equals(Mirror.call(stated, "isRegistered"));
    }

    void flag(boolean registered) {
        Mirror.optional(stated, "setRegistered", registered);
    }

    /** One text for each node of a registry; the services of an instance share one. */
    String node() {
        return door.kind() + " " + door.address() + " " + door.nodeOf(url());
    }
}
