package io.jointlending.agent.inside;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes registrations out of all registries and puts exactly those back. */
final class Keeper {
    private final WeakObjects remembered = new WeakObjects();
    /** Exported without registration, by configuration: they stay so. */
    private final WeakObjects neverRegistered = new WeakObjects();

    private final List<Stranger> strangers = new ArrayList<>();
    private final WeakObjects unpublished = new WeakObjects();

    /** A provider URL that somebody registered without an exported service. */
    private static final class Stranger {
        final WeakReference<Object> registry;
        final Object url;

        Stranger(Object registry, Object url) {
            this.registry = new WeakReference<>(registry);
            this.url = url;
        }
    }

    /** Notes which exported services are not registered, so that they are not registered later. */
    void begin(Census census) {
        for (Registration registration : census.registrations) {
            if (registration.application.started()
                    && !census.isUp(registration)
                    && !remembered.contains(registration.stated)) {
                neverRegistered.add(registration.stated);
            }
        }
    }

    boolean remembers(Registration registration) {
        return remembered.contains(registration.stated);
    }

    boolean remembersSomething() {
        return remembered.size() > 0 || !strangers.isEmpty();
    }

    void forget() {
        remembered.clear();
        neverRegistered.clear();
        strangers.clear();
        unpublished.clear();
    }

    /** Unregisters everything that is up. Returns what was, one text each; a failure goes to the errors and is tried again. */
    List<String> takeDown(Census census, Set<String> errors) {
        List<String> taken = new ArrayList<>();
        for (Registration registration : census.up()) {
            if (!neverRegistered.contains(registration.stated)) {
                remembered.add(registration.stated);
            }
            if (reachable(registration.door, errors)) {
                attempt(errors, "unregister " + registration.service, registration.application, () -> {
                    registration.door.unregister(registration.url());
                    registration.flag(false);
                    unpublished.add(registration.door.registry);
                    taken.add(registration.door.kind() + " " + registration.service);
                });
            }
        }
        for (RegistryDoor door : census.doors()) {
            for (Object url : census.strangers(door)) {
                takeDownStranger(census, door, url, errors);
            }
        }
        publish(census, errors);
        return taken;
    }

    private void takeDownStranger(Census census, RegistryDoor door, Object url, Set<String> errors) {
        boolean old = false;
        for (Registration registration : census.registrations) {
            old |= Urls.same(registration.url(), url);
        }
        if (!reachable(door, errors)) {
            return;
        }
        try {
            door.unregister(url);
            unpublished.add(door.registry);
            if (!old) {
                strangers.add(new Stranger(door.registry, url));
            }
        } catch (Mirror.Failure e) {
            errors.add("unregister " + Urls.service(url) + " at " + door.address() + ": " + e.getMessage());
        }
    }

    /** Registers what was taken down, with the URL that it has now. Returns how many. */
    int bringBack(Census census, Set<String> errors) {
        int[] brought = new int[1];
        for (Registration registration : census.registrations) {
            boolean complete = registration.flagged() && (census.isHeld(registration) || !heldAtAll(registration));
            if (remembers(registration) && !complete && reachable(registration.door, errors)) {
                attempt(errors, "register " + registration.service, registration.application, () -> {
                    registration.door.register(registration.url());
                    registration.flag(true);
                    unpublished.add(registration.door.registry);
                    brought[0]++;
                });
            }
        }
        for (Stranger stranger : new ArrayList<>(strangers)) {
            Object registry = stranger.registry.get();
            if (registry == null) {
                strangers.remove(stranger);
            } else if (reachable(RegistryDoor.of(registry), errors)) {
                RegistryDoor.of(registry).register(stranger.url);
                unpublished.add(registry);
                strangers.remove(stranger);
            }
        }
        publish(census, errors);
        return brought[0];
    }

    /** Some registries tell nothing of what they hold. */
    private static boolean heldAtAll(Registration registration) {
        return registration.door.kind().equals(RegistryDoor.INSTANCE)
                || Mirror.isA(registration.door.registry, "org.apache.dubbo.registry.support.AbstractRegistry");
    }

    private void publish(Census census, Set<String> errors) {
        for (RegistryDoor door : census.doors()) {
            if (unpublished.contains(door.registry) && reachable(door, errors)) {
                try {
                    door.publish();
                    unpublished.remove(door.registry);
                } catch (Mirror.Failure e) {
                    errors.add("publish to " + door.address() + ": " + e.getMessage());
                }
            }
        }
    }

    /** The nodes of remembered registrations that the registries show; asks them. */
    Set<String> shown(Census census, Set<String> errors, boolean removeLeftOvers) {
        Set<String> asked = new LinkedHashSet<>();
        Set<String> shown = new LinkedHashSet<>();
        for (Registration registration : census.registrations) {
            if (!remembers(registration) || !asked.add(registration.node())) {
                continue;
            }
            if (!reachable(registration.door, errors)) {
                shown.add(registration.node());
                continue;
            }
            attempt(
                    errors,
                    "look for " + registration.service,
                    registration.application,
                    () -> {
                        if (registration.door.shows(registration.url())) {
                            shown.add(registration.node());
                            if (removeLeftOvers && !census.isUp(registration)) {
                                registration.door.removeLeftOver(registration.url());
                            }
                        }
                    },
                    () -> shown.add(registration.node()));
        }
        return shown;
    }

    /** The nodes of remembered registrations that the registries do not show although they should. */
    Set<String> missing(Census census, Set<String> errors) {
        Set<String> missing = new LinkedHashSet<>();
        Set<String> shown = shown(census, errors, false);
        for (Registration registration : census.registrations) {
            // a registry may refuse a URL, which then is not held and never shown
            boolean expected = remembers(registration) && (census.isHeld(registration) || !registration.flagged());
            boolean reached = registration.door.connected();
            if (expected && (!reached || !shown.contains(registration.node()))) {
                missing.add(registration.node());
            }
        }
        return missing;
    }

    private static boolean reachable(RegistryDoor door, Set<String> errors) {
        boolean connected = door.connected();
        if (!connected) {
            errors.add("registry " + door.address() + " (" + door.kind() + ") is not connected");
        }
        return connected;
    }

    private static void attempt(Set<String> errors, String what, DubboApplication application, Runnable work) {
        attempt(errors, what, application, work, () -> {});
    }

    private static void attempt(
            Set<String> errors, String what, DubboApplication application, Runnable work, Runnable otherwise) {
        try {
            application.within(() -> {
                work.run();
                return application;
            });
        } catch (Mirror.Failure e) {
            errors.add(what + ": " + e.getMessage());
            otherwise.run();
        }
    }
}
