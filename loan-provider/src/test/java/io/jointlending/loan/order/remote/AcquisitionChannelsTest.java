package io.jointlending.loan.order.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.channel.ApplyForChannelRequest;
import io.jointlending.api.channel.ChangeChannelStatusRequest;
import io.jointlending.api.channel.ChannelListView;
import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.channel.FindChannelQuery;
import io.jointlending.api.channel.ListChannelsQuery;
import io.jointlending.api.channel.ReviewChannelRequest;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.configuration.InMemoryCopies;
import io.jointlending.support.configuration.KeptConfiguration;
import io.jointlending.support.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcquisitionChannelsTest {
    private RpcResult<ChannelView> answer = RpcResult.ok(view(ChannelView.ENABLED));
    private int calls;
    private final AcquisitionChannels channels = channels(false);

    @Test
    void an_enabled_channel_lets_orders_through_and_is_kept_for_a_while() {
        channels.read("CH-A").run();
        channels.read("CH-A").run();
        assertThat(calls).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLIED", "REVIEWED", "REJECTED", "DISABLED", "CLOSED"})
    void every_other_state_refuses_and_names_itself(String status) {
        answer = RpcResult.ok(view(status));
        Runnable channel = channels.read("CH-A");
        assertThatThrownBy(channel::run).hasMessageContaining(status).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCodes.CHANNEL_NOT_ENABLED);
            assertThat(refusal.field()).isEqualTo("channelCode");
        });
    }

    @Test
    void a_channel_that_nobody_knows_is_refused_when_it_is_used() {
        answer = RpcResult.refused(ErrorCodes.CHANNEL_NOT_FOUND, "No channel.", "channelCode");
        Runnable channel = channels.read("CH-Z");
        assertThatThrownBy(channel::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCodes.CHANNEL_NOT_FOUND));
    }

    @Test
    void no_channel_is_refused_only_where_one_is_required() {
        channels.read(null).run();
        Runnable missing = channels(true).read(null);
        assertThatThrownBy(missing::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCodes.CHANNEL_REQUIRED);
            assertThat(refusal.field()).isEqualTo("channelCode");
        });
        channels(true).read("CH-A").run();
        assertThat(calls).isEqualTo(1);
    }

    private AcquisitionChannels channels(boolean required) {
        return new AcquisitionChannels(
                new Answers(), new KeptConfiguration(ConfigurationCache.local(), new InMemoryCopies()), required);
    }

    private static ChannelView view(String status) {
        return new ChannelView("CH-A", "Channel A", ChannelView.APP, status, "mia", "carl", "good", 3L);
    }

    private final class Answers implements AcquisitionChannelService {
        @Override
        public RpcResult<ChannelView> findChannel(FindChannelQuery query) {
            calls++;
            return answer;
        }

        @Override
        public RpcResult<ChannelListView> listChannels(ListChannelsQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RpcResult<ChannelView> applyForChannel(ApplyForChannelRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RpcResult<ChannelView> queryApplyForChannelByRequestNo(RequestNoQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RpcResult<ChannelView> reviewChannel(ReviewChannelRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RpcResult<ChannelView> queryReviewChannelByRequestNo(RequestNoQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RpcResult<ChannelView> changeChannelStatus(ChangeChannelStatusRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RpcResult<ChannelView> queryChangeChannelStatusByRequestNo(RequestNoQuery query) {
            throw new UnsupportedOperationException();
        }
    }
}
