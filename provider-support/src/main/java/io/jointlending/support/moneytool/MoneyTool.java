package io.jointlending.support.moneytool;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jointlending.support.money.Explanation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The command line behind {@code scripts/money}: see {@link #USAGE}. */
public final class MoneyTool {
    static final String USAGE =
            """
            usage: scripts/money                      answers the cases on standard input, one JSON object a line, one line each
                   scripts/money explain OP OPTION...  prints a working-out as a table

            OP       fields (--name value; lists are separated by commas; amounts in fen, rates as fractions, dates ISO)
            plan     --method --principal --annualRate --start, --installments or --dueDates,
                     [--dayCount MONTHLY|ACT_365|ACT_360] [--rounding HALF_UP|HALF_EVEN] [--installmentMultiple]
                     [--interestOnlyInstallments]
            split    --weights --due [--pay]          the payments of one cell after each other
            penalty  --base --dailyRate --dueDate --asOf [--graceDays] [--rounding]
            apr      --advanced --payments [--firstUnits 1] [--firstFraction 0] [--unitsPerYear 12]
            payOff   the fields of plan, --paidInstallments --date
            waterfall  --dueDates --principals --repay --date [--penalties] [--fees] [--interests]
                     [--order INSTALLMENT_FIRST|COMPONENT_FIRST]   where money goes; all lists of one length
            life     the fields of plan, --date --repay [--prepayment LOWER_INSTALLMENT|SHORTEN_TERM]

            exit codes: 0 done, 1 refused (explain), 2 usage
            """;

    private static final int EXIT_REFUSED = 1;
    private static final int EXIT_USAGE = 2;
    private static final Set<String> LISTS =
            Set.of("dueDates", "weights", "payments", "penalties", "fees", "interests", "principals");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private MoneyTool() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.in, System.out, System.err));
    }

    static int run(String[] args, InputStream in, PrintStream out, PrintStream log) throws IOException {
        if (args.length == 0) {
            answerAll(in, out);
            return 0;
        }
        if (args[0].equals("--help")) {
            out.print(USAGE);
            return 0;
        }
        if (!args[0].equals("explain") || args.length < 2 || args.length % 2 != 0) {
            log.print(USAGE);
            return EXIT_USAGE;
        }
        try {
            for (Explanation explanation : MoneyCases.explain(new CaseFields(fields(args)))) {
                out.println(explanation.text());
                out.println();
            }
            return 0;
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            log.println("refused: " + e.getMessage());
            return EXIT_REFUSED;
        }
    }

    private static void answerAll(InputStream in, PrintStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null) {
            if (!line.isBlank()) {
                out.println(JSON.writeValueAsString(answer(line)));
            }
            line = lines.readLine();
        }
        out.flush();
    }

    private static Map<String, Object> answer(String line) {
        try {
            return MoneyCases.answer(new CaseFields(JSON.readTree(line)));
        } catch (JsonProcessingException e) {
            return Map.of("error", "the line must be one JSON object: " + e.getOriginalMessage());
        } catch (ArithmeticException e) {
            return Map.of("error", "a figure leaves the range of 64 bits: " + e.getMessage());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Map.of("error", String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode fields(String[] args) {
        ObjectNode fields = JSON.createObjectNode().put("op", args[1]);
        ObjectNode event = JSON.createObjectNode();
        for (int i = 2; i < args.length; i += 2) {
            if (!args[i].startsWith("--")) {
                throw new IllegalArgumentException("options begin with --, this one does not: " + args[i]);
            }
            String name = args[i].substring(2);
            if (name.equals("pay")) {
                ArrayNode events = fields.putArray("events");
                for (String fen : args[i + 1].split(",", -1)) {
                    events.addObject().set("pay", value(fen));
                }
            } else if (LISTS.contains(name)) {
                ArrayNode list = fields.putArray(name);
                for (String part : args[i + 1].split(",", -1)) {
                    list.add(value(part));
                }
            } else {
                (args[1].equals("life") && Set.of("date", "repay", "prepayment").contains(name) ? event : fields)
                        .set(name, value(args[i + 1]));
            }
        }
        if (!fields.has("events")) {
            ArrayNode events = fields.putArray("events");
            if (!event.isEmpty()) {
                events.add(event);
            }
        }
        return fields;
    }

    /** Whole numbers as such, everything else as text. */
    private static JsonNode value(String text) {
        return text.matches("-?[0-9]{1,18}")
                ? JSON.getNodeFactory().numberNode(Long.parseLong(text))
                : JSON.getNodeFactory().textNode(text);
    }
}
