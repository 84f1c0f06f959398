package io.jointlending.channel.approval;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.store.Mappers;
import io.jointlending.support.error.Refusal;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** The proposals that are stored; none is ever deleted. */
public final class Commands {
    static final String APPROVED = "APPROVED";
    static final String REJECTED = "REJECTED";
    static final String EXECUTED = "EXECUTED";
    static final String FAILED = "FAILED";

    private final CommandMapper mapper;

    /** On the table {@code admin_command}. */
    public Commands(SqlSession session) {
        this.mapper = Mappers.of(session, CommandMapper.class);
    }

    /** A0612 when there is none. */
    CommandRow require(long commandNo) {
        CommandRow row = mapper.find(commandNo);
        if (row == null) {
            throw new Refusal(ErrorCodes.APPROVAL_NOT_FOUND, "commandNo");
        }
        return row;
    }

    long add(
            String requestNo,
            String action,
            Change.Target target,
            @Nullable Long baseVersion,
            String payload,
            String reason,
            String maker) {
        mapper.insert(requestNo, action, target.kind(), target.code(), baseVersion, payload, reason, maker);
        return mapper.lastId();
    }

    /** A0613 for the maker, A0615 when it is no longer pending. */
    void decide(CommandRow row, String status, String checker, String note) {
        if (mapper.decide(row.id(), status, checker, note) != 1) {
            throw row.maker().equals(checker)
                    ? new Refusal(ErrorCodes.APPROVAL_OWN_WORK, "commandNo")
                    : notPending(require(row.id()));
        }
    }

    /** A0615 when it is no longer pending. */
    void withdraw(CommandRow row, String note) {
        if (mapper.withdraw(row.id(), row.maker(), note) != 1) {
            throw notPending(require(row.id()));
        }
    }

    /** False when it was not on its way: an answer that comes again. */
    boolean end(long commandNo, String status, String result) {
        return mapper.end(commandNo, status, result) == 1;
    }

    List<Long> expired(int limit) {
        return mapper.expired(limit);
    }

    boolean expire(long commandNo) {
        return mapper.expire(commandNo) == 1;
    }

    List<CommandRow> toDecide(String person, List<String> actions, @Nullable Long beforeNo, int limit) {
        return actions.isEmpty() ? List.of() : mapper.toDecide(person, actions, beforeNo, limit);
    }

    long countToDecide(String person, List<String> actions) {
        return actions.isEmpty() ? 0 : mapper.countToDecide(person, actions);
    }

    List<CommandRow> list(@Nullable String maker, @Nullable String status, @Nullable Long beforeNo, int limit) {
        return mapper.list(maker, status, beforeNo, limit);
    }

    private static Refusal notPending(CommandRow row) {
        return new Refusal(
                ErrorCodes.APPROVAL_STATE,
                "Proposal " + row.id() + " is " + row.status() + " or past " + row.expiresAt() + ".",
                "commandNo");
    }
}
