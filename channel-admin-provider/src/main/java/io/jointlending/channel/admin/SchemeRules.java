package io.jointlending.channel.admin;

import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.money.LeadMargin;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes the shares of a ratio scheme whole. */
final class SchemeRules {
    private static final int WHOLE_BP = 10_000;
    /** Decimal places of a basis point. */
    private static final int WHOLE_SCALE = 4;

    private static final String FIELD = "scheme.shares";

    private SchemeRules() {}

    /** The content in the form in which it is stored: shares by seat, rates without trailing zeros. */
    static SchemeView canonical(SchemeView scheme) {
        return new SchemeView(
                scheme.schemeCode(),
                scheme.name(),
                scheme.shares().stream()
                        .sorted(Comparator.comparing(ShareView::seat))
                        .map(SchemeRules::canonical)
                        .toList());
    }

    private static ShareView canonical(ShareView share) {
        BigDecimal rate = share.ownAnnualRate();
        return rate == null
                ? share
                : new ShareView(
                        share.seat(),
                        share.institutionCode(),
                        share.kind(),
                        share.shareBp(),
                        share.lead(),
                        rate.stripTrailingZeros());
    }

    /**
     * Refuses with A0529 unless the seats are 1, 2, …, every institution stands once, exactly one is the lead and the
     * shares add up to 10000 basis points; with A0535 a rate of the lead's own, with A0400 one finer than a millionth.
     */
    static void checkWhole(SchemeView scheme) {
        int seat = 0;
        int totalBp = 0;
        int leads = 0;
        Set<String> institutions = new HashSet<>();
        for (ShareView share : scheme.shares()) {
            seat++;
            if (share.seat() != seat) {
                throw notWhole("seats must be 1, 2, …; seat " + seat + " is missing or doubled");
            }
            if (!institutions.add(share.institutionCode())) {
                throw notWhole("institution " + share.institutionCode() + " has two seats");
            }
            checkRate(share);
            totalBp = Math.addExact(totalBp, share.shareBp());
            leads += share.lead() ? 1 : 0;
        }
        if (leads != 1) {
            throw notWhole("exactly one institution must be the lead, not " + leads);
        }
        if (totalBp != WHOLE_BP) {
            throw notWhole("the shares add up to " + totalBp + " basis points, not " + WHOLE_BP);
        }
    }

    private static void checkRate(ShareView share) {
        BigDecimal rate = share.ownAnnualRate();
        if (rate == null) {
            return;
        }
        if (share.lead()) {
            throw new Refusal(
                    ErrorCodes.OWN_RATE_UNSUPPORTED,
                    "Institution " + share.institutionCode() + " is the lead and would get " + rate.toPlainString()
                            + " a year of its own; the lead gets what the others leave.",
                    FIELD);
        }
        if (rate.stripTrailingZeros().scale() > ProductRules.RATE_SCALE) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    FIELD + " ownAnnualRate must not have more than " + ProductRules.RATE_SCALE
                            + " digits after the point",
                    FIELD);
        }
    }

    /** Refuses with A0536 a scheme whose own rates leave the lead less than nothing of a product's interest. */
    static void checkLeadPaid(SchemeView scheme, BigDecimal productRate) {
        BigDecimal margin = LeadMargin.of(
                scheme.shares().stream()
                        .map(share -> new LeadMargin.Place(share.shareBp(), share.lead(), share.ownAnnualRate()))
                        .toList(),
                productRate);
        if (margin.signum() < 0) {
            throw new Refusal(
                    ErrorCodes.OWN_RATES_TOO_HIGH,
                    "Scheme " + scheme.schemeCode() + " takes "
                            + productRate
                                    .subtract(margin.movePointLeft(WHOLE_SCALE))
                                    .stripTrailingZeros()
                                    .toPlainString()
                            + " a year for the others, the product's borrower pays " + productRate.toPlainString()
                            + ".",
                    "product.schemeCodes");
        }
    }

    /** Refuses with A0527 an institution that is not there, and with A0400 a kind that is not the institution's. */
    static void checkInstitutions(SchemeView scheme, List<InstitutionView> known) {
        Map<String, InstitutionView> byCode = new HashMap<>();
        known.forEach(institution -> byCode.put(institution.institutionCode(), institution));
        for (ShareView share : scheme.shares()) {
            InstitutionView institution = byCode.get(share.institutionCode());
            if (institution == null) {
                throw new Refusal(
                        ErrorCodes.INSTITUTION_NOT_FOUND,
                        "No institution has the code " + share.institutionCode() + ".",
                        FIELD);
            }
            if (!institution.kind().equals(share.kind())) {
                throw new Refusal(
                        ErrorCodes.INVALID_REQUEST,
                        FIELD + " institution " + share.institutionCode() + " is " + institution.kind() + ", not "
                                + share.kind(),
                        FIELD);
            }
        }
    }

    private static Refusal notWhole(String why) {
        return new Refusal(ErrorCodes.SHARES_NOT_WHOLE, FIELD + " " + why, FIELD);
    }
}
