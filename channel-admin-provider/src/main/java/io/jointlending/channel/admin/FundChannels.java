package io.jointlending.channel.admin;

import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.FundWindowView;
import io.jointlending.api.channel.QuotaLimitView;
import io.jointlending.channel.store.Mappers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.springframework.dao.DuplicateKeyException;

/** The fund channels that are stored: versions are added, never changed, and the newest is in force. */
public final class FundChannels {
    private final FundChannelMapper mapper;

    /** On the tables {@code fund_channel}, {@code fund_channel_quota} and {@code fund_channel_window}. */
    public FundChannels(SqlSession session) {
        this.mapper = Mappers.of(session, FundChannelMapper.class);
    }

    Optional<FundChannelView> find(String code) {
        FundChannelRow row = mapper.newest(code);
        return row == null
                ? Optional.empty()
                : Optional.of(new FundChannelView(
                        code,
                        row.status(),
                        Arrays.asList(row.openHours().split(",", -1)),
                        mapper.quotas(code, row.version()),
                        mapper.windows(code, row.version()),
                        row.hosts().isEmpty()
                                ? List.of()
                                : Arrays.asList(row.hosts().split(",", -1)),
                        row.version()));
    }

    /** Institutions that have one, at most so many. */
    List<String> codes(int limit) {
        return mapper.codes(limit);
    }

    /** Adds a version in the running transaction; false when somebody else has added it. */
    boolean add(FundChannelView channel) {
        try {
            mapper.insert(channel, String.join(",", channel.openHours()), String.join(",", channel.hosts()));
        } catch (DuplicateKeyException somebodyWasFaster) {
            return false;
        }
        for (QuotaLimitView quota : channel.quotas()) {
            mapper.insertQuota(channel.institutionCode(), channel.version(), quota);
        }
        int seat = 0;
        for (FundWindowView window : channel.windows()) {
            seat++;
            mapper.insertWindow(channel.institutionCode(), channel.version(), seat, window);
        }
        return true;
    }
}
