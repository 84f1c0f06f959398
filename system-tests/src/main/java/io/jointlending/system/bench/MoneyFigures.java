package io.jointlending.system.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link MoneyBenchmark} and prints one line of JSON: operations per millisecond and the ratios of the splits. */
public final class MoneyFigures {
    private static final int SECONDS = 1;
    private static final int ROUNDS = 5;

    private MoneyFigures() {}

    /** No arguments. */
    public static void main(String[] args) throws RunnerException, JsonProcessingException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(MoneyBenchmark.class.getSimpleName())
                        .forks(1)
                        .warmupIterations(ROUNDS)
                        .warmupTime(TimeValue.seconds(SECONDS))
                        .measurementIterations(ROUNDS)
                        .measurementTime(TimeValue.seconds(SECONDS))
                        .output(System.getProperty("jmh.log", "/dev/stderr"))
                        .build())
                .run();
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel() + "/"
                    + result.getParams().getParam("institutions");
            figures.put(name, decimal(String.valueOf(result.getPrimaryResult().getScore())));
        }
        for (String count : new String[] {"2", "5"}) {
            BigDecimal ours = figures.get("splitCumulative/" + count);
            for (String other : new String[] {"splitDecimalLastTakesTheRest", "splitLargestRemainder"}) {
                BigDecimal theirs = figures.get(other + "/" + count);
                if (ours != null && theirs != null) {
                    figures.put("cumulative over " + other + "/" + count, ours.divide(theirs, 2, RoundingMode.HALF_UP));
                }
            }
        }
        System.out.println(JsonMapper.builder().build().writeValueAsString(figures));
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_UP);
    }
}
