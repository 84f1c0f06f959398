package io.jointlending.fund.funding.remote;

import io.jointlending.fund.funding.domain.FundAnswer;
import io.jointlending.fund.funding.domain.FundRequest;
import io.jointlending.fund.funding.domain.Institution;
import io.jointlending.fund.funding.domain.NoAnswer;

/**
 * Outside of development no institution is reached: a sandbox must never answer for a bank. Nothing is sent, so orders of
 * schemes that need one end with a person (MANUAL); those that we fund alone go on.
 */
public final class NoFundChannel implements Institution {
    @Override
    public FundAnswer submit(FundRequest request) {
        throw unreachable(request);
    }

    @Override
    public FundAnswer query(FundRequest request) {
        throw unreachable(request);
    }

    private static NoAnswer unreachable(FundRequest request) {
        return new NoAnswer("no fund channel leads to " + request.institutionCode());
    }
}
