package io.jointlending.fund.funding.domain;

import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.support.money.CumulativeSplit;
import java.util.ArrayList;
import java.util.List;

/** What the flows of an institution may be told of its part of a loan. References and amounts only: no personal data. */
public final class LoanInput {
    private LoanInput() {}

    /** The input of the flow {@code loan}. */
    public static Tree.Fields of(Funding funding, Leg leg) {
        Tree.Fields facts = funding.task().facts();
        Tree.Fields order = order(funding, leg);
        for (String name : List.of("installments", "annualRate", "startDate")) {
            Tree value = facts.fields().get(name);
            if (value != null) {
                order = order.with(name, value);
            }
        }
        return Tree.Fields.empty()
                .with("order", order)
                .with(
                        "borrower",
                        Tree.Fields.empty()
                                .with("no", new Tree.Text(funding.task().borrowerNo())))
                .with("plan", plan(facts, funding.task().principalFen(), leg.amountFen()));
    }

    /** The input of the flow {@code cancel}. */
    public static Tree.Fields ofCancel(Funding funding, Leg leg) {
        return Tree.Fields.empty().with("order", order(funding, leg));
    }

    private static Tree.Fields order(Funding funding, Leg leg) {
        return Tree.Fields.empty()
                .with("no", new Tree.Text(funding.numberOf(leg)))
                .with("shareFen", Tree.Numeral.of(leg.amountFen()));
    }

    /** Its principal in each installment: its share of what is due in all up to then, so that nothing is lost or invented. */
    private static Tree plan(Tree.Fields facts, long principalFen, long shareFen) {
        List<Tree> parts = new ArrayList<>();
        long dueSoFar = 0;
        long shareSoFar = 0;
        if (facts.fields().get("plan") instanceof Tree.Items installments) {
            for (Tree installment : installments.items()) {
                if (installment instanceof Tree.Fields fields
                        && fields.fields().get("principalFen") instanceof Tree.Numeral principal) {
                    dueSoFar = Math.addExact(dueSoFar, principal.value().longValueExact());
                    long share = share(dueSoFar, principalFen, shareFen);
                    parts.add(fields.with("principalFen", Tree.Numeral.of(share - shareSoFar)));
                    shareSoFar = share;
                }
            }
        }
        return new Tree.Items(parts);
    }

    private static long share(long dueFen, long principalFen, long shareFen) {
        return shareFen == principalFen
                ? dueFen
                : CumulativeSplit.split(dueFen, new long[] {shareFen, principalFen - shareFen})[0];
    }
}
