package io.jointlending.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.DevelopmentOnly;
import io.jointlending.api.contract.Once;
import io.jointlending.api.contract.Query;
import io.jointlending.api.testing.BadService;
import io.jointlending.api.testing.SlowService;
import io.jointlending.system.client.Contracts;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.dubbo.rpc.RpcException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of every contract goes through a real Dubbo loopback and comes back equal. */
final class ApiRoundTripTest {
    private static final OrderQuery ORDER = new OrderQuery("2601020000000000010123");

    @SuppressWarnings("NullAway.Init") // set before every test
    private static Loopback loopback;

    @BeforeAll
    static void open() {
        loopback = new Loopback();
    }

    @AfterAll
    static void close() {
        loopback.close();
    }

    static Stream<Class<?>> contracts() {
        return Contracts.all().stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_type_of_a_contract_arrives_as_it_was_sent(Class<?> contract) {
        assertThat(new RoundTrip(loopback).failures(contract)).isEmpty();
    }

    @Test
    void a_type_that_cannot_travel_is_named() {
        List<String> failures = new RoundTrip(loopback).failures(BadService.class);
        assertThat(failures)
                .anyMatch(line -> line.contains("HasMap.facts: no contract may use"))
                .anyMatch(line -> line.contains("NotSerializable came back as"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_method_takes_one_record_and_says_whether_it_changes_something(Class<?> contract) {
        for (Method method : contract.getMethods()) {
            assertThat(method.getParameterCount()).as("%s", method).isEqualTo(1);
            assertThat(method.getParameterTypes()[0].isRecord())
                    .as("%s", method)
                    .isTrue();
            assertThat(RoundTrip.answerType(method).isRecord()).as("%s", method).isTrue();
            assertThat(method.getExceptionTypes()).as("%s", method).isEmpty();
            boolean command = method.isAnnotationPresent(Command.class);
            boolean query = method.isAnnotationPresent(Query.class);
            boolean once = method.isAnnotationPresent(Once.class);
            boolean development = contract.isAnnotationPresent(DevelopmentOnly.class);
            assertThat(Stream.of(command, query, once, development)
                            .filter(is -> is)
                            .count())
                    .as("%s is a command, a query, done once or for development only", method)
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_command_carries_a_request_number_and_has_a_twin_that_asks_for_its_answer(Class<?> contract) {
        List<String> names =
                Arrays.stream(contract.getMethods()).map(Method::getName).toList();
        assertThat(names).doesNotHaveDuplicates();
        for (Method method : contract.getMethods()) {
            if (!method.isAnnotationPresent(Command.class)) {
                continue;
            }
            assertThat(method.getParameterTypes()[0].getRecordComponents())
                    .as("%s", method)
                    .anyMatch(component -> component.getName().equals("requestNo"));
            String name = method.getName();
            assertThat(names)
                    .contains("query" + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1)
                            + "ByRequestNo");
        }
    }

    @Test
    void a_command_that_times_out_is_sent_once_and_a_query_twice() {
        AtomicInteger changes = new AtomicInteger();
        AtomicInteger finds = new AtomicInteger();
        AtomicInteger sets = new AtomicInteger();
        InvocationHandler slow = (self, method, arguments) -> {
            switch (method.getName()) {
                case "change" -> changes.incrementAndGet();
                case "find" -> finds.incrementAndGet();
                case "set" -> sets.incrementAndGet();
                default -> {
                    return "slow";
                }
            }
            TimeUnit.MILLISECONDS.sleep(method.getName().equals("set") ? 0 : 700);
            return RpcResult.ok(ORDER);
        };
        SlowService service = loopback.export(SlowService.class, slow);

        Assertions.assertThatThrownBy(() -> service.change(ORDER))
                .isInstanceOf(RpcException.class)
                .hasMessageContaining("timeout");
        Assertions.assertThatThrownBy(() -> service.find(ORDER))
                .isInstanceOf(RpcException.class)
                .hasMessageContaining("timeout");
        assertThat(service.set(ORDER)).isEqualTo(RpcResult.ok(ORDER));
        assertThat(changes).hasValue(1);
        assertThat(finds).hasValue(2);
        assertThat(sets).hasValue(1);
    }
}
