package io.jointlending.system.drill;

import io.jointlending.api.loan.IdentityFacts;
import io.jointlending.system.client.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for personal data of the borrowers of a drill where none may be: in every log, and in what the fund side stores and sends. */
final class PersonalDataSearch {
    /** Name, card and ID number, as {@code People} makes them up. */
    private static final String PERSONAL = "Demo Borrower|99990000[0-9]{8}|[0-9]{17}X";

    private static final Pattern IN_A_LINE = Pattern.compile(PERSONAL);
    private static final List<String> COLUMNS = List.of(
            "fund_task.scope",
            "fund_task.reason",
            "fund_step_log.event",
            "fund_step_log.request_masked",
            "fund_callback.body",
            "fund_leg.reason",
            "funding.order_facts",
            "fund_route_decision.facts",
            "alarm.detail",
            "mq_outbox.body");

    private final DrillPlatform platform;

    PersonalDataSearch(DrillPlatform platform) {
        this.platform = platform;
        IdentityFacts somebody = People.now().identity(1);
        for (String value : List.of(somebody.name(), somebody.idNumber(), somebody.cardNumber())) {
            if (!IN_A_LINE.matcher(value).find()) {
                throw new IllegalStateException("nobody who is made up like " + value + " would be found");
            }
        }
    }

    /** How many lines of logs and rows of tables hold some. */
    long found() {
        long found = 0;
        for (Path log : platform.logs()) {
            found += lines(log);
        }
        for (String column : COLUMNS) {
            String[] names = column.split("\\.", -1);
            found += platform.number("SELECT COUNT(*) FROM fund_router." + names[0] + " WHERE " + names[1] + " RLIKE '"
                    + PERSONAL + "'");
        }
        return found;
    }

    private static long lines(Path log) {
        // a process that was killed may have left half a sign
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> IN_A_LINE.matcher(line).find()).count();
        } catch (IOException e) {
            throw new UncheckedIOException("the log " + log + " cannot be read", e);
        }
    }
}
