package io.jointlending.fund.funding.application;

import io.jointlending.fund.funding.domain.FundAnswer;
import io.jointlending.fund.funding.domain.FundRequest;
import io.jointlending.fund.funding.domain.Institution;
import io.jointlending.fund.funding.domain.NoAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Banks in memory whose behaviour is set per institution, with their books. */
final class InMemoryBank implements Institution {
    /** What happens to a request. The process may die before it leaves, or after the bank has it. */
    enum Manner {
        ACCEPT,
        REFUSE,
        LATE,
        LOST,
        DIES_BEFORE,
        DIES_AFTER,
        SILENT
    }

    /** The process is gone: nothing after the call happens. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Map<String, Manner> manners = new HashMap<>();
    private final Map<String, Integer> processing = new HashMap<>();
    private final Map<String, Integer> left = new HashMap<>();
    final Map<String, FundRequest> books = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();

    void set(String institution, Manner manner, int processingTimes) {
        manners.put(institution, manner);
        processing.put(institution, processingTimes);
    }

    @Override
    public FundAnswer submit(FundRequest request) {
        calls.add("submit " + request.requestNo());
        Manner manner = manner(request);
        if (manner == Manner.DIES_BEFORE) {
            manners.put(request.institutionCode(), Manner.ACCEPT);
            throw new Killed();
        }
        if (manner == Manner.SILENT) {
            throw new NoAnswer("silent");
        }
        FundRequest booked = books.putIfAbsent(request.requestNo(), request);
        if (booked == null) {
            left.put(request.requestNo(), processing.getOrDefault(request.institutionCode(), 0));
        } else if (!booked.equals(request)) {
            throw new IllegalStateException(request + " contradicts " + booked);
        }
        return switch (manner) {
            case ACCEPT -> FundAnswer.accepted();
            case REFUSE -> FundAnswer.refused("no");
            case LATE -> FundAnswer.processing();
            case LOST -> throw new NoAnswer("lost");
            case DIES_AFTER -> throw new Killed();
            case DIES_BEFORE, SILENT -> throw new IllegalStateException("handled above");
        };
    }

    @Override
    public FundAnswer query(FundRequest request) {
        calls.add("query " + request.requestNo());
        if (manner(request) == Manner.SILENT) {
            throw new IllegalArgumentException("connection reset");
        }
        if (!books.containsKey(request.requestNo())) {
            return FundAnswer.unknownNumber();
        }
        if (left.merge(request.requestNo(), -1, Integer::sum) >= 0) {
            return FundAnswer.processing();
        }
        return manner(request) == Manner.REFUSE ? FundAnswer.refused("no") : FundAnswer.accepted();
    }

    private Manner manner(FundRequest request) {
        return manners.getOrDefault(request.institutionCode(), Manner.ACCEPT);
    }
}
