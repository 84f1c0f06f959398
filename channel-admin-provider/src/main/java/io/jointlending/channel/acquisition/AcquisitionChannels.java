package io.jointlending.channel.acquisition;

import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.store.Mappers;
import io.jointlending.support.error.Refusal;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** The channels that are stored. */
public final class AcquisitionChannels {
    private final ChannelMapper mapper;

    /** On the table {@code acquisition_channel}. */
    public AcquisitionChannels(SqlSession session) {
        this.mapper = Mappers.of(session, ChannelMapper.class);
    }

    Optional<ChannelView> find(String code) {
        return Optional.ofNullable(mapper.find(code));
    }

    /** A0623 when there is none. */
    public ChannelView require(String code) {
        return find(code).orElseThrow(() -> new Refusal(ErrorCodes.CHANNEL_NOT_FOUND, "channelCode"));
    }

    /** Those of these codes that no channel has, whatever became of the channel. */
    public List<String> unknown(List<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<String> known = mapper.known(codes);
        return codes.stream().filter(code -> !known.contains(code)).distinct().toList();
    }

    /** Its version, locked until the transaction ends; 0 when there is none. */
    long lock(String code) {
        Long version = mapper.lock(code);
        return version == null ? 0 : version;
    }

    List<ChannelView> page(@Nullable String status, @Nullable String afterCode, int limit) {
        return mapper.list(status, afterCode, limit);
    }

    void add(ChannelView channel) {
        mapper.insert(channel);
    }

    /** Refuses with A0625 when somebody else was faster. */
    void move(ChannelView before, ChannelView after) {
        if (mapper.move(before.status(), after) != 1) {
            throw new Refusal(
                    ErrorCodes.CHANNEL_STATE,
                    "Channel " + before.channelCode() + " was changed by somebody else at the same time.",
                    "channelCode");
        }
    }
}
