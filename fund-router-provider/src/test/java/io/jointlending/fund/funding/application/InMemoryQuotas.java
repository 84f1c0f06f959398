package io.jointlending.fund.funding.application;

import io.jointlending.fund.quota.domain.Claim;
import io.jointlending.fund.quota.domain.Quota;
import io.jointlending.fund.quota.domain.QuotaLimit;
import io.jointlending.fund.quota.domain.Quotas;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Remembers who was settled as funding an order; the rest belongs to routing. */
final class InMemoryQuotas implements Quotas {
    final List<Set<String>> settled = new ArrayList<>();

    @Override
    public void settle(String orderNo, Set<String> funding) {
        settled.add(new TreeSet<>(funding));
    }

    @Override
    public List<Quota> find(Collection<String> institutionCodes, LocalDate day) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public List<Quota> page(LocalDate day, String afterInstitution, int limit) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public void keep(String institutionCode, long version, List<QuotaLimit> limits, LocalDate day) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public void reserve(Attempt attempt, List<Claim> claims) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public void returned(String orderNo, boolean nowSettled) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public List<Leak> leaks(Duration age, int limit) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public boolean end(Leak leak) {
        throw new UnsupportedOperationException("not needed here");
    }
}
