package io.jointlending.fund.route.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.FundChannelService;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ListQuery;
import io.jointlending.api.channel.ProductListView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.PutFundChannelRequest;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.route.application.InstitutionHosts;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.configuration.InMemoryCopies;
import io.jointlending.support.configuration.KeptConfiguration;
import io.jointlending.support.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelAdminConfigurationTest {
    private static final String BANK = "BANK-A";

    @ParameterizedTest(name = "institution {0}, channel {1}: paused {2}")
    @CsvSource({"ENABLED, OPEN, false", "ENABLED, PAUSED, true", "DISABLED, OPEN, true", "DISABLED, PAUSED, true"})
    void an_institution_that_is_disabled_is_given_no_orders_whatever_its_channel_says(
            String institution, String channel, boolean paused) {
        assertThat(configuration(institution, channel).channel(BANK))
                .hasValueSatisfying(found -> assertThat(found.paused()).isEqualTo(paused));
    }

    @Test
    void an_institution_without_a_channel_has_none() {
        assertThat(configuration("ENABLED", "OPEN").channel("BANK-B")).isEmpty();
    }

    @Test
    void an_institution_is_asked_at_the_hosts_of_its_channel_and_nowhere_when_nobody_says_where() {
        InstitutionHosts hosts = new InstitutionHosts(configuration("DISABLED", "PAUSED"));
        assertThat(hosts.of(BANK)).as("also while it is given no orders").containsExactly("bank.example");
        assertThat(hosts.of("BANK-B")).isEmpty();
        FundChannelView before = Json.read(
                "{\"institutionCode\":\"" + BANK
                        + "\",\"status\":\"OPEN\",\"openHours\":[\"00:00-24:00\"],\"quotas\":[],"
                        + "\"windows\":[],\"version\":1}",
                FundChannelView.class);
        assertThat(new InstitutionHosts(configuration("ENABLED", before)).of(BANK))
                .as("a copy of before there were hosts")
                .isEmpty();
    }

    private static ChannelAdminConfiguration configuration(String institution, String status) {
        return configuration(
                institution,
                new FundChannelView(
                        BANK, status, List.of("00:00-24:00"), List.of(), List.of(), List.of("bank.example"), 1L));
    }

    private static ChannelAdminConfiguration configuration(String institution, FundChannelView channel) {
        return new ChannelAdminConfiguration(
                new Institutions(institution),
                new Channels(channel),
                new KeptConfiguration(ConfigurationCache.local(), new InMemoryCopies()));
    }

    private record Institutions(String status) implements ChannelQueryService {
        @Override
        public RpcResult<InstitutionView> findInstitution(CodeQuery query) {
            return RpcResult.ok(new InstitutionView(query.code(), "Bank", InstitutionView.EXTERNAL, status, 3L));
        }

        @Override
        public RpcResult<ProductView> findProduct(CodeQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RpcResult<ProductListView> listProducts(ListQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RpcResult<SchemeView> findScheme(CodeQuery query) {
            throw new UnsupportedOperationException();
        }
    }

    private record Channels(FundChannelView channel) implements FundChannelService {
        @Override
        public RpcResult<FundChannelView> findFundChannel(CodeQuery query) {
            return query.code().equals(BANK)
                    ? RpcResult.ok(channel)
                    : RpcResult.refused(ErrorCodes.FUND_CHANNEL_NOT_FOUND, "No channel.", "code");
        }

        @Override
        public RpcResult<FundChannelView> putFundChannel(PutFundChannelRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RpcResult<FundChannelView> queryPutFundChannelByRequestNo(RequestNoQuery query) {
            throw new UnsupportedOperationException();
        }
    }
}
