package io.jointlending.fund.task;

import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.template.Rendering;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.task.domain.CallResult;
import io.jointlending.fund.task.domain.InstitutionCalls;
import io.jointlending.fund.task.domain.StepRecord;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Unsealed calls over real HTTP. */
public final class HttpCalls implements InstitutionCalls {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final Duration total;

    public HttpCalls(String base, Duration total) {
        this.base = base;
        this.total = total;
    }

    @Override
    public CallResult call(ChannelDefinition channel, Endpoint endpoint, Rendering.Rendered request, String requestNo) {
        HttpRequest message = HttpRequest.newBuilder(URI.create(base + endpoint.path()))
                .timeout(total)
                .method(endpoint.method(), HttpRequest.BodyPublishers.ofString(Trees.write(request.tree())))
                .build();
        try {
            HttpResponse<String> answer = client.send(message, HttpResponse.BodyHandlers.ofString());
            StepRecord.Evidence evidence = new StepRecord.Evidence(answer.statusCode(), 1, null, null, null);
            Tree body;
            try {
                body = Trees.read(answer.body());
            } catch (IllegalArgumentException e) {
                return new CallResult.Lost("not readable", false, evidence);
            }
            return new CallResult.Replied(body, evidence);
        } catch (ConnectException e) {
            return new CallResult.NotSent("no connection", true, StepRecord.Evidence.NONE);
        } catch (IOException e) {
            return new CallResult.Lost(e.getClass().getSimpleName(), false, StepRecord.Evidence.NONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CallResult.Lost("interrupted", false, StepRecord.Evidence.NONE);
        }
    }
}
