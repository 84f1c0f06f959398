package io.jointlending.support.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import org.apache.dubbo.rpc.RpcException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteTest {
    @Test
    void a_success_is_its_data() {
        assertThat(Remote.call(() -> RpcResult.ok("data"))).isEqualTo("data");
    }

    @ParameterizedTest
    @CsvSource({
        "A0521, A0521",
        "A0999, A0999",
        "B0001, B0320",
        "B0310, B0320",
        "C0110, B0320",
    })
    void a_refusal_goes_on_and_a_failure_is_an_unavailable_provider(String theirs, String ours) {
        RpcResult<String> result = new RpcResult<>(theirs, "their message", "theirField", null, null);

        assertThatThrownBy(() -> Remote.data(result))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code().code()).isEqualTo(ours);
                    assertThat(refusal.getMessage()).contains("their message");
                    assertThat(refusal.field()).isEqualTo(ours.startsWith("A") ? "theirField" : null);
                });
    }

    @Test
    void a_transport_failure_and_no_answer_are_an_unavailable_provider() {
        assertThatThrownBy(() -> Remote.call(() -> {
                    throw new RpcException("No provider available\nin the registry");
                }))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCodes.PROVIDER_UNAVAILABLE));
        assertThatThrownBy(() -> Remote.call(RemoteTest::nothing)).isInstanceOf(Refusal.class);
    }

    @SuppressWarnings("NullAway") // what a broken provider may answer
    private static @Nullable RpcResult<String> nothing() {
        return null;
    }
}
