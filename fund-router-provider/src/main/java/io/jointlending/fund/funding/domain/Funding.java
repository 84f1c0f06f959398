package io.jointlending.fund.funding.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A task with its legs, and the one place that decides what comes next.
 *
 * <p>The lead answers last: only when all others have decided is it known what it has to carry. Where a refusal leads to another
 * scheme, institutions are asked one after the other, so that the first refusal finds as little as possible to take back.
 *
 * @param task the task
 * @param legs by seat, empty before the order is routed
 */
public record Funding(FundingOrder task, List<Leg> legs) {
    /** Keeps the legs as they are. */
    public Funding {
        legs = List.copyOf(legs);
    }

    /** With another task. */
    public Funding with(FundingOrder changed) {
        return new Funding(changed, legs);
    }

    /** With these legs in place of those of the same seats. */
    public Funding with(List<Leg> changed) {
        Map<Integer, Leg> bySeat = changed.stream().collect(Collectors.toMap(Leg::seat, Function.identity()));
        return new Funding(
                task,
                legs.stream().map(leg -> bySeat.getOrDefault(leg.seat(), leg)).toList());
    }

    /** The number under which the institution of a leg knows its part. */
    public String numberOf(Leg leg) {
        return FundingPlan.numbered(task.orderNo(), task.routeAttempt(), leg.seat());
    }

    /**
     * What comes next for a routed order. A result that is unknown is waited for, never guessed.
     *
     * @param cancels whether an institution can take back what it has agreed to
     */
    public NextStep next(Predicate<String> cancels) {
        boolean underWay = has(LegStatus.SENT) || has(LegStatus.CANCELLING);
        if (task.reroutes()) {
            Optional<NextStep> first = underWay ? Optional.of(new NextStep.Wait()) : otherScheme(cancels);
            if (first.isPresent()) {
                return first.get();
            }
        }
        List<Leg> toAsk = legs.stream()
                .filter(leg -> leg.status() == LegStatus.INIT && !leg.lead())
                .limit(task.reroutes() ? 1 : legs.size())
                .map(leg -> leg.sent(leg.amountFen()))
                .toList();
        if (!toAsk.isEmpty()) {
            return new NextStep.Send(toAsk);
        }
        return underWay ? new NextStep.Wait() : nextOfLead();
    }

    /** After a refusal, unless money was moved that cannot be taken back: then the lead takes over what is refused. */
    private Optional<NextStep> otherScheme(Predicate<String> cancels) {
        if (!has(LegStatus.REJECTED)) {
            return Optional.empty();
        }
        List<Leg> moved = legs.stream()
                .filter(leg -> leg.external() && leg.status() == LegStatus.ACCEPTED)
                .toList();
        if (moved.isEmpty()) {
            return Optional.of(new NextStep.Reroute(givenUp()));
        }
        return moved.stream().allMatch(leg -> leg.reason() == null && cancels.test(leg.institutionCode()))
                ? Optional.of(new NextStep.TakeBack(
                        moved.stream().map(Leg::cancelling).toList()))
                : Optional.empty();
    }

    private Funding givenUp() {
        return with(legs.stream()
                .filter(leg -> leg.status() == LegStatus.INIT || leg.status() == LegStatus.ACCEPTED)
                .map(leg -> leg.cancelled("another scheme is asked for"))
                .toList());
    }

    private boolean has(LegStatus status) {
        return legs.stream().anyMatch(leg -> leg.status() == status);
    }

    private NextStep nextOfLead() {
        Leg lead = lead();
        if (lead.status() == LegStatus.REJECTED) {
            return new NextStep.HandOver(
                    "the lead " + lead.institutionCode() + " refused " + lead.amountFen() + " fen: " + lead.reason());
        }
        if (lead.status() != LegStatus.INIT) {
            return completeWith(lead);
        }
        long rest = rest();
        if (rest == 0) {
            return completeWith(lead.cancelled("nothing left to fund"));
        }
        return lead.external() ? new NextStep.Send(List.of(lead.sent(rest))) : completeWith(lead.accepted(rest));
    }

    private NextStep completeWith(Leg lead) {
        Funding decided = with(List.of(lead));
        return new NextStep.Complete(decided, Composition.of(task.orderNo(), task.principalFen(), decided.legs()));
    }

    private long rest() {
        long rest = task.principalFen();
        for (Leg leg : legs) {
            if (leg.status() == LegStatus.ACCEPTED) {
                rest = Math.subtractExact(rest, leg.amountFen());
            }
        }
        if (rest < 0) {
            throw new IllegalStateException("order " + task.orderNo() + " over " + task.principalFen()
                    + " fen is funded with " + -rest + " fen too much: " + legs);
        }
        return rest;
    }

    private Leg lead() {
        return legs.stream()
                .filter(Leg::lead)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("order " + task.orderNo() + " has no lead: " + legs));
    }
}
