package io.jointlending.channel.admin;

import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes the shares of a ratio scheme whole. */
final class SchemeRules {
    private static final int WHOLE_BP = 10_000;
    private static final String FIELD = "scheme.shares";

    private SchemeRules() {}

    /** The scheme with its shares by seat. */
    static SchemeView inSeatOrder(SchemeView scheme) {
        return new SchemeView(
                scheme.schemeCode(),
                scheme.name(),
                scheme.shares().stream()
                        .sorted(Comparator.comparing(ShareView::seat))
                        .toList());
    }

    /**
     * Refuses with A0529 unless the seats are 1, 2, …, every institution stands once, exactly one is the lead and the
     * shares add up to 10000 basis points; with A0535 a rate of an institution's own.
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
            if (share.ownAnnualRate() != null) {
                throw new Refusal(
                        ErrorCodes.OWN_RATE_UNSUPPORTED,
                        "Institution " + share.institutionCode() + " would get " + share.ownAnnualRate()
                                + " a year of its own; only its part of the borrower's interest is supported.",
                        FIELD);
            }
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
