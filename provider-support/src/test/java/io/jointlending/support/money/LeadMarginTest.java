package io.jointlending.support.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.money.LeadMargin.Place;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadMarginTest {
    private static final BigDecimal BORROWER = new BigDecimal("0.06");
    private static final Place LEAD = new Place(3000, true, null);

    @Test
    void the_lead_gets_its_own_part_and_what_cheaper_institutions_leave() {
        List<Place> places =
                List.of(LEAD, new Place(5000, false, new BigDecimal("0.05")), new Place(2000, false, null));
        assertThat(LeadMargin.of(places, BORROWER)).isEqualByComparingTo("230"); // 3000 x 6 % + 5000 x 1 %
        assertThat(LeadMargin.explain(places, BORROWER).text())
                .isEqualToNormalizingNewlines(
                        """
                        margin of the lead at 0.06 a year
                          each leaves (borrower's rate - its own rate) x weight; the lead has no rate of its own
                          left for the lead: 230.00

                          place  weight  rate  leaves
                           lead    3000     0  180.00
                          other    5000  0.05   50.00
                          other    2000  0.06    0.00""");
    }

    @Test
    void institutions_that_take_more_than_the_borrower_pays_leave_less_than_nothing() {
        List<Place> places = List.of(LEAD, new Place(7000, false, new BigDecimal("0.09")));
        assertThat(LeadMargin.of(places, BORROWER)).isEqualByComparingTo("-30"); // 180 - 210
        assertThat(LeadMargin.explain(places, BORROWER).notes().get(1))
                .isEqualTo("left for the lead: -30.00, less than nothing: refused");
    }
}
