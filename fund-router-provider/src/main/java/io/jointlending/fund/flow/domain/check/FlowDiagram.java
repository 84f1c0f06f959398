package io.jointlending.fund.flow.domain.check;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.Step;
import java.util.List;

/** A definition as a Mermaid state diagram. */
public final class FlowDiagram {
    private FlowDiagram() {}

    /** The diagram of this definition. */
    public static String mermaid(FlowDefinition flow) {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        text.append("  [*] --> ").append(id(flow.start())).append('\n');
        List<Edge> edges = Edge.of(flow);
        for (Edge edge : edges) {
            text.append("  ").append(id(edge.from())).append(" --> ").append(id(edge.to()));
            text.append(" : ").append(edge.label()).append('\n');
        }
        flow.end(Outcome.REJECTED).filter(rejected -> flow.unsent() != null).ifPresent(rejected -> text.append("  ")
                .append(id(flow.start()))
                .append(" --> ")
                .append(id(rejected.name()))
                .append(" : never sent\n"));
        for (Step step : flow.steps().values()) {
            if (step instanceof Step.End end) {
                text.append("  ").append(id(end.name())).append(" --> [*] : ");
                text.append(end.outcome()).append('\n');
            }
        }
        return text.toString();
    }

    private static String id(String step) {
        return step.replace('-', '_');
    }
}
