package io.jointlending.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.loan.order.domain.Channels;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.configuration.InMemoryCopies;
import io.jointlending.support.configuration.KeptConfiguration;
import io.jointlending.support.error.Refusal;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The key {@code jl.order.channel-required} as it is wired. */
class ChannelRequiredTest {
    @Test
    void orders_need_no_channel_unless_the_key_says_so() {
        channels(Map.of()).read(null).run();
        channels(Map.of("jl.order.channel-required", "false")).read(null).run();
        Runnable missing = channels(Map.of("jl.order.channel-required", "true")).read(null);
        assertThatThrownBy(missing::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCodes.CHANNEL_REQUIRED));
    }

    private static Channels channels(Map<String, Object> keys) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", keys));
        AcquisitionChannelService nobodyAsks = (AcquisitionChannelService) Proxy.newProxyInstance(
                ChannelRequiredTest.class.getClassLoader(),
                new Class<?>[] {AcquisitionChannelService.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
        return new ChannelAdminWiring()
                .acquisitionChannels(
                        nobodyAsks,
                        new KeptConfiguration(ConfigurationCache.local(), new InMemoryCopies()),
                        environment);
    }
}
