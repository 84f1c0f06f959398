package io.jointlending.agent.inside;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of an answer. Addresses only: the parameters of a URL may hold a password. */
final class Reporter {
    private static final String PID_AND_HOST =
            ManagementFactory.getRuntimeMXBean().getName();
    private static final long STARTED_AT = ManagementFactory.getRuntimeMXBean().getStartTime();

    Map<String, Object> instance(Census census) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> generations = new LinkedHashSet<>();
        for (DubboApplication application : census.applications) {
            names.add(application.name());
            generations.add(application.generation());
        }
        String version = Reporter.class.getPackage().getImplementationVersion();
        return JsonText.object(
                "applications",
                names,
                "dubbo",
                generations,
                "addresses",
                census.addresses(),
                "pid",
                Long.valueOf(PID_AND_HOST.replaceFirst("@.*", "")),
                "startedAt",
                Instant.ofEpochMilli(STARTED_AT).toString(),
                "agent",
                version == null ? "unknown" : version);
    }

    List<Map<String, Object>> registries(Census census) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (RegistryDoor door : census.doors()) {
            list.add(JsonText.object("address", door.address(), "kind", door.kind(), "connected", door.connected()));
        }
        return list;
    }

    /** Every exported URL in every registry; {@code present} is what the registry itself shows, asked now. */
    List<Map<String, Object>> nodes(Census census, Set<String> errors) {
        Map<String, String> presence = new LinkedHashMap<>();
        List<Map<String, Object>> list = new ArrayList<>();
        for (Registration registration : census.registrations) {
            Object url = registration.url();
            Map<String, Object> node =
                    JsonText.object("service", registration.service, "kind", registration.door.kind());
            node.put("registry", registration.door.address());
            node.put("url", Urls.protocol(url) + "://" + Urls.address(url));
            node.put("registered", census.isUp(registration));
            String present = presence.computeIfAbsent(registration.node(), key -> presence(registration, errors));
            node.put("present", present.equals("UNKNOWN") ? present : Boolean.valueOf(present));
            list.add(node);
        }
        return list;
    }

    private static String presence(Registration registration, Set<String> errors) {
        if (!registration.door.connected()) {
            return "UNKNOWN";
        }
        try {
            return String.valueOf(registration.application.within(() -> registration.door.shows(registration.url())));
        } catch (Mirror.Failure e) {
            errors.add("look for " + registration.service + ": " + e.getMessage());
            return "UNKNOWN";
        }
    }

    String message(Operation done, ExitCode exitCode, int inFlight) {
        switch (exitCode) {
            case DONE:
                return done.request.command + " is done";
            case REFUSED:
                StringBuilder services = new StringBuilder();
                for (Map<String, Object> service : done.verdict.shortOf()) {
                    services.append(services.length() == 0 ? "" : ", ").append(service.get("service"));
                }
                return done.verdict.settling()
                        ? "the other providers of " + services + " have come too lately for callers to know them; "
                                + "nothing was changed (a longer timeout waits for them)"
                        : "no other provider would be left of " + services + "; nothing was changed (force overrides)";
            case NOT_DRAINED:
                return "offline, but " + inFlight + " requests are running or some came lately; they go on";
            case NOT_CONFIRMED:
                return done.request.command.equals(Request.ONLINE)
                        ? "not everything is registered; the agent goes on trying"
                        : "the registry does not confirm that everything is gone; the agent goes on trying";
            default:
                return exitCode.name();
        }
    }
}
