package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.repayment.LedgerInstallmentView;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A change of one provider that two persons agree on in another one, over the real broker, and its answer back. */
@ExtendWith(OnPlatform.class)
final class ApprovalScenario {
    private final Platform platform;

    ApprovalScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_waiver_is_booked_once_two_persons_agreed_and_refused_when_the_ledger_moved_in_between() throws Exception {
        String maker = platform.console().person("mia", "MAKER");
        String checker = platform.console().person("carl", "CHECKER");
        Borrowing loan = platform.borrower();
        loan.activate(10_000_000L);
        String orderNo = loan.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-50-30-20", 600_001L, 6)
                .orderNo();
        loan.loanOut(orderNo);
        loan.paid(orderNo, 600_001L);
        platform.awaitStatus(orderNo, 40);
        platform.awaitSubOrders(orderNo);
        LedgerView before = platform.ledger(orderNo);

        JsonNode first = propose(maker, orderNo, before.ledgerVersion());
        JsonNode second = propose(maker, orderNo, before.ledgerVersion());
        assertThat(approve(maker, first)).contains("A0406");
        assertThat(approve(checker, first)).contains("\"00000\"");
        JsonNode executed = awaitEnd(checker, first);
        assertThat(executed.path("status").asText()).as("%s", executed).isEqualTo("EXECUTED");
        LedgerView after = platform.ledger(orderNo);
        assertThat(settled(after.installments())).isEqualTo(settled(before.installments()) + 1_001L);
        assertThat(after.subLedgers().stream()
                        .mapToLong(part -> settled(part.installments()))
                        .sum())
                .as("what is given up is split like what is paid")
                .isEqualTo(settled(after.installments()));

        assertThat(approve(checker, second)).contains("\"00000\"");
        JsonNode failed = awaitEnd(checker, second);
        assertThat(failed.path("status").asText()).as("%s", failed).isEqualTo("FAILED");
        assertThat(failed.path("result").asText()).contains("A0614");
        assertThat(platform.ledger(orderNo).ledgerVersion()).isEqualTo(after.ledgerVersion());
        assertThat(platform.count(
                        "SELECT COUNT(*) FROM repayment.ledger_event WHERE order_no = ? AND operator = 'mia' AND approver = 'carl'",
                        orderNo))
                .isEqualTo(1);
    }

    private JsonNode propose(String maker, String orderNo, long version) throws IOException, InterruptedException {
        return platform.console()
                .post(
                        "/approvals",
                        maker,
                        Map.of(
                                "requestNo",
                                platform.number("waiver"),
                                "action",
                                "repayment.waive",
                                "reason",
                                "the letter of the borrower",
                                "payload",
                                "{\"orderNo\":\"" + orderNo
                                        + "\",\"amountFen\":1001,\"fundedBy\":\"ALL\",\"reason\":\"goodwill\","
                                        + "\"ledgerVersion\":" + version + "}"));
    }

    private String approve(String checker, JsonNode proposal) throws IOException, InterruptedException {
        return platform.console()
                .send("POST", "/approvals/" + proposal.get("commandNo") + "/approve", checker, "{\"note\":\"agreed\"}")
                .body();
    }

    private JsonNode awaitEnd(String person, JsonNode proposal) {
        return Await.present("the other provider has answered", Platform.ASYNC, () -> {
            try {
                JsonNode now = platform.console().get("/approvals/" + proposal.get("commandNo"), person);
                return now.path("status").asText().equals("APPROVED")
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(now);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        });
    }

    private static long settled(List<LedgerInstallmentView> installments) {
        return installments.stream()
                .map(LedgerInstallmentView::settled)
                .mapToLong(ApprovalScenario::total)
                .sum();
    }

    private static long total(AmountsView amounts) {
        return amounts.principalFen() + amounts.interestFen() + amounts.penaltyFen() + amounts.feeFen();
    }
}
