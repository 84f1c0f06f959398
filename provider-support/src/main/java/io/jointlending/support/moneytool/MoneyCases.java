package io.jointlending.support.moneytool;

import io.jointlending.support.money.AnnualPercentageRate;
import io.jointlending.support.money.CumulativeSplit;
import io.jointlending.support.money.DayCount;
import io.jointlending.support.money.Explanation;
import io.jointlending.support.money.PayOff;
import io.jointlending.support.money.PenaltyBase;
import io.jointlending.support.money.PenaltyCalculator;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.PlanLife;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.PlannedInstallment;
import io.jointlending.support.money.PrepaymentMode;
import io.jointlending.support.money.RepaymentPlanner;
import io.jointlending.support.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers one case with the classes that the providers use. Amounts are fen, rates decimal strings, dates ISO. */
final class MoneyCases {
    private static final int PERCENT_DECIMALS = 2;

    private MoneyCases() {}

    /** The answer, by field. */
    static Map<String, Object> answer(CaseFields fields) {
        return switch (operation(fields)) {
            case "plan" -> Map.of("rows", plan(fields));
            case "life" -> Map.of("rows", life(fields));
            case "payOff" -> payOff(fields);
            case "subPlan" -> subPlan(fields);
            case "split" -> new SplitCase(fields).answer();
            case "penalty" -> Map.of("penalty", penalty(fields));
            case "apr" -> Map.of("aprPercent", apr(fields));
            default -> throw unknown(fields);
        };
    }

    /** The working-out. */
    static List<Explanation> explain(CaseFields fields) {
        return switch (operation(fields)) {
            case "plan" -> List.of(RepaymentPlanner.DEFAULT.explain(terms(fields)));
            case "split" -> new SplitCase(fields).explain();
            case "penalty" -> List.of(calculator(fields).explain(base(fields), fields.date("asOf")));
            case "apr" ->
                List.of(AnnualPercentageRate.explain(
                        fields.amount("advanced"),
                        fields.amounts("payments"),
                        fields.count("firstUnits", 1),
                        fields.has("firstFraction") ? fraction(fields) : BigDecimal.ZERO,
                        fields.count("unitsPerYear", 12)));
            case "waterfall" -> List.of(WaterfallCase.explain(fields));
            case "life" -> List.of(lived(fields).explain());
            case "payOff" ->
                List.of(PayOff.explain(terms(fields), fields.count("paidInstallments"), fields.date("date")));
            default -> throw unknown(fields);
        };
    }

    private static String operation(CaseFields fields) {
        return fields.node().path("op").asText("");
    }

    private static IllegalArgumentException unknown(CaseFields fields) {
        return new IllegalArgumentException(
                "op must be one of plan, life, payOff, subPlan, split, penalty, apr, it is " + operation(fields));
    }

    private static List<long[]> plan(CaseFields fields) {
        return RepaymentPlanner.DEFAULT.plan(terms(fields)).stream()
                .map(row -> new long[] {row.principalFen(), row.interestFen(), row.balanceAfterFen()})
                .toList();
    }

    private static List<List<Object>> life(CaseFields fields) {
        List<List<Object>> rows = new ArrayList<>();
        for (PlannedInstallment row : lived(fields).rows()) {
            rows.add(List.of(row.dueDate().toString(), row.principalFen(), row.interestFen(), row.balanceAfterFen()));
        }
        return rows;
    }

    private static PlanLife lived(CaseFields fields) {
        PlanLife life = new PlanLife(terms(fields));
        for (CaseFields event : fields.cases("events")) {
            life.repay(
                    event.date("date"),
                    event.amount("repay"),
                    event.choice("prepayment", PrepaymentMode.class, PrepaymentMode.LOWER_INSTALLMENT));
        }
        return life;
    }

    private static Map<String, Object> payOff(CaseFields fields) {
        PayOff payOff = PayOff.on(terms(fields), fields.count("paidInstallments"), fields.date("date"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("principal", payOff.principalFen());
        answer.put("interest", payOff.interestFen());
        answer.put("total", payOff.totalFen());
        return answer;
    }

    private static Map<String, Object> subPlan(CaseFields fields) {
        PlanTerms terms = terms(fields);
        long[] weights = SplitCase.weights(fields);
        List<PlannedInstallment> plan = RepaymentPlanner.DEFAULT.plan(terms);
        long[][] principals = CumulativeSplit.cut(
                plan.stream().mapToLong(PlannedInstallment::principalFen).toArray(), weights);
        List<long[][]> rows = new ArrayList<>();
        for (int k = 0; k < principals.length; k++) {
            long[] interests = CumulativeSplit.split(plan.get(k).interestFen(), weights);
            rows.add(new long[][] {principals[k], interests});
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("contributions", CumulativeSplit.split(terms.principalFen(), weights));
        answer.put("rows", rows);
        return answer;
    }

    private static long penalty(CaseFields fields) {
        return calculator(fields).penalty(base(fields), fields.date("asOf"));
    }

    private static PenaltyCalculator calculator(CaseFields fields) {
        return new PenaltyCalculator(new PenaltyTerms(
                fields.decimal("dailyRate"),
                fields.count("graceDays", 0),
                fields.choice("rounding", Rounding.class, Rounding.HALF_UP)));
    }

    private static PenaltyBase base(CaseFields fields) {
        return PenaltyBase.of(fields.date("dueDate"), fields.amount("base"));
    }

    private static String apr(CaseFields fields) {
        return AnnualPercentageRate.percent(
                        AnnualPercentageRate.actuarial(
                                fields.amount("advanced"),
                                fields.amounts("payments"),
                                fields.count("firstUnits"),
                                fraction(fields),
                                fields.count("unitsPerYear")),
                        PERCENT_DECIMALS)
                .toPlainString();
    }

    private static BigDecimal fraction(CaseFields fields) {
        return fields.fraction("firstFraction", MathContext.DECIMAL128);
    }

    /** Terms of a plan; {@code installments} instead of {@code dueDates} makes monthly ones. */
    static PlanTerms terms(CaseFields fields) {
        LocalDate start = fields.date("start");
        return new PlanTerms(
                fields.amount("principal"),
                fields.decimal("annualRate"),
                fields.choice("method", PlanMethod.class),
                fields.choice("dayCount", DayCount.class, DayCount.MONTHLY),
                start,
                fields.has("dueDates") || !fields.has("installments")
                        ? fields.dates("dueDates")
                        : PlanTerms.monthlyDueDates(start, fields.count("installments")),
                fields.choice("rounding", Rounding.class, Rounding.HALF_UP),
                fields.amount("installmentMultiple", 1),
                fields.count("interestOnlyInstallments", 0),
                false);
    }
}
