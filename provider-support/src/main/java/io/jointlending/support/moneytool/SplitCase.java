package io.jointlending.support.moneytool;

import io.jointlending.support.money.CumulativeSplit;
import io.jointlending.support.money.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The life of one cell: what is due is shared by the weights, payments settle it, reversals mirror what was booked. */
final class SplitCase {
    private final long[] weights;
    private final long[] dues;
    private final long[] settled;
    private final List<long[]> deltas = new ArrayList<>();
    private final List<Boolean> reversible = new ArrayList<>();
    private final List<Explanation> workings = new ArrayList<>();

    SplitCase(CaseFields fields) {
        long due = fields.amount("due");
        require(due >= 0, "due must not be negative, it is " + due);
        this.weights = weights(fields);
        this.dues = CumulativeSplit.split(due, weights);
        this.settled = new long[weights.length];
        workings.add(CumulativeSplit.explain(due, weights, new long[weights.length], null));
        for (CaseFields event : fields.cases("events")) {
            if (event.has("pay")) {
                pay(event.amount("pay"));
            } else {
                reverse(event.count("reverse"));
            }
        }
    }

    static long[] weights(CaseFields fields) {
        long[] weights = fields.amounts("weights");
        require(
                weights.length > 0 && Arrays.stream(weights).allMatch(weight -> weight >= 0),
                "weights must be one or more, none negative, they are " + Arrays.toString(weights));
        return weights;
    }

    Map<String, Object> answer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("subDues", dues);
        answer.put("deltas", deltas);
        return answer;
    }

    List<Explanation> explain() {
        return List.copyOf(workings);
    }

    private void pay(long fen) {
        long paid = LongStream.of(settled).sum();
        long open = LongStream.of(dues).sum() - paid;
        require(fen >= 0 && fen <= open, "pay must be from 0 to what is open, " + open + ", it is " + fen);
        long[] after = CumulativeSplit.split(paid + fen, weights, settled, dues);
        workings.add(CumulativeSplit.explain(paid + fen, weights, settled, dues));
        long[] delta = new long[after.length];
        Arrays.setAll(delta, i -> after[i] - settled[i]);
        book(delta, true);
    }

    private void reverse(int event) {
        require(
                event >= 0 && event < deltas.size() && reversible.get(event),
                "reverse must name an earlier payment that is not reversed, it is " + event);
        reversible.set(event, false);
        book(Arrays.stream(deltas.get(event)).map(fen -> -fen).toArray(), false);
    }

    private void book(long[] delta, boolean payment) {
        Arrays.setAll(settled, i -> settled[i] + delta[i]);
        deltas.add(delta);
        reversible.add(payment);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
