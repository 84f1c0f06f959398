package io.jointlending.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The administration of the sandbox banks: how they behave, and what is on their books. */
public final class Banks {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final String address;

    /** At this address, as {@code banks.admin} of platform.properties says it. */
    public Banks(String address) {
        this.address = address;
    }

    /**
     * How a bank behaves towards one loan from now on.
     *
     * @param channel such as {@code first-bank}
     * @param loanNo number of the sub-order, or {@code *} for every other one
     * @param behaviour properties such as refusePerMille, processing, delayMs, faults, callback
     */
    public void behave(String channel, String loanNo, Map<String, Object> behaviour) {
        try {
            call("PUT", "/behaviour/" + channel + "/" + loanNo, json.writeValueAsString(behaviour));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often a bank has paid a loan out. */
    public int disbursements(String channel, String loanNo) {
        return call("GET", "/loans/" + channel + "/" + loanNo, "")
                .path("disbursements")
                .asInt();
    }

    /** The loans that a bank has paid out more than once. */
    public Set<String> paidTwice(String channel) {
        Set<String> twice = new TreeSet<>();
        for (JsonNode loan : call("GET", "/loans/" + channel, "")) {
            if (loan.path("disbursements").asInt() > 1) {
                twice.add(loan.path("orderNo").asText());
            }
        }
        return twice;
    }

    /** What a bank has paid out and not taken back, in fen, by loan. */
    public Map<String, Long> paidFen(String channel) {
        Map<String, Long> paid = new TreeMap<>();
        for (JsonNode loan : call("GET", "/loans/" + channel, "")) {
            if (loan.path("paidFen").asLong() > 0) {
                paid.put(loan.path("orderNo").asText(), loan.path("paidFen").asLong());
            }
        }
        return paid;
    }

    private JsonNode call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LIMIT)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(method + " " + path + " of the sandbox banks: " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox banks at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
