package io.jointlending.fund.sandbox;

import io.jointlending.fund.funding.domain.FundAnswer;
import io.jointlending.fund.funding.domain.FundRequest;
import io.jointlending.fund.funding.domain.Institution;
import io.jointlending.fund.funding.domain.NoAnswer;
import io.jointlending.support.tx.DatabaseFailure;
import java.util.Comparator;
import org.apache.ibatis.session.SqlSession;

/**
 * Banks that live in two tables: how they answer, and what they have on their books. The books are the witness that
 * nothing was asked for twice. Without a setting they accept.
 */
public final class SandboxInstitution implements Institution {
    private final SandboxMapper mapper;

    /** On the tables {@code sandbox_institution_setting} and {@code sandbox_institution_request}. */
    public SandboxInstitution(SqlSession session) {
        if (!session.getConfiguration().hasMapper(SandboxMapper.class)) {
            session.getConfiguration().addMapper(SandboxMapper.class);
        }
        this.mapper = session.getMapper(SandboxMapper.class);
    }

    @Override
    public FundAnswer submit(FundRequest request) {
        SandboxSetting setting = setting(request);
        boolean decidesAtOnce =
                setting.answer().equals("ACCEPT") || setting.answer().equals("REFUSE");
        String status = setting.answer().equals("REFUSE")
                ? SandboxEntry.REFUSED
                : decidesAtOnce ? SandboxEntry.ACCEPTED : SandboxEntry.PROCESSING;
        if (!book(request, status, decidesAtOnce ? 0 : setting.processingTimes())) {
            mapper.submittedAgain(request);
            return booked(request);
        }
        if (setting.answer().equals("LOST")) {
            throw new NoAnswer("the sandbox takes " + request.requestNo() + " and its answer is lost");
        }
        return answer(status);
    }

    @Override
    public FundAnswer query(FundRequest request) {
        mapper.queried(request);
        return booked(request);
    }

    /** From now on the institution answers so for this order. */
    void set(SandboxSetting setting) {
        mapper.set(setting);
    }

    private SandboxSetting setting(FundRequest request) {
        return mapper.settings(request.institutionCode(), request.orderNo()).stream()
                .max(Comparator.comparing(found -> !found.orderNo().equals(SandboxSetting.EVERY_ORDER)))
                .orElse(new SandboxSetting(SandboxSetting.EVERY_ORDER, request.institutionCode(), "ACCEPT", 0));
    }

    /** False when the number is on the books already. */
    private boolean book(FundRequest request, String status, int processingLeft) {
        try {
            return mapper.book(request, status, processingLeft) == 1;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    private FundAnswer booked(FundRequest request) {
        SandboxEntry entry = mapper.find(request);
        if (entry == null) {
            return FundAnswer.unknownNumber();
        }
        if (entry.amountFen() != request.amountFen()) {
            throw new IllegalStateException("request " + request.requestNo() + " is on the books of "
                    + request.institutionCode() + " with " + entry.amountFen() + " fen, not " + request.amountFen());
        }
        return answer(entry.status());
    }

    private static FundAnswer answer(String status) {
        return switch (status) {
            case SandboxEntry.ACCEPTED -> FundAnswer.accepted();
            case SandboxEntry.REFUSED -> FundAnswer.refused("the sandbox refuses");
            default -> FundAnswer.processing();
        };
    }
}
