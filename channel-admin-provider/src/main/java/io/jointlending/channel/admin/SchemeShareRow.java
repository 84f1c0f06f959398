package io.jointlending.channel.admin;

import io.jointlending.api.channel.ShareView;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One share, with the scheme it is of. */
record SchemeShareRow(
        String schemeCode,
        Integer seat,
        String institutionCode,
        String kind,
        Integer shareBp,
        Boolean lead,
        @Nullable BigDecimal ownAnnualRate) {
    ShareView view() {
        return new ShareView(seat, institutionCode, kind, shareBp, lead, ownAnnualRate);
    }
}
