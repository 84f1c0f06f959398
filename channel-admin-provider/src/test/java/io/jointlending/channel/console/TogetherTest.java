package io.jointlending.channel.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.runtime.CurrentSession;
import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.rpc.CallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final Together together = new Together();

    @AfterEach
    void close() {
        together.close();
        CurrentSession.set(null);
        CurrentTrace.set(null);
    }

    @Test
    void each_part_is_asked_for_the_session_and_trace_of_its_page() {
        TraceParent trace = TraceParent.start();
        CurrentSession.set("of-vera");
        CurrentTrace.set(trace);
        var part = CallContext.as(
                new Caller("console", List.of(), null, null),
                "192.0.2.7",
                () -> together.begin(() -> RpcResult.ok(seen())));
        CurrentSession.set("of-somebody-else");
        assertThat(part.answer().data()).isEqualTo("of-vera " + trace.header() + " console 192.0.2.7");
        CurrentSession.set(null);
        CurrentTrace.set(null);
        assertThat(together.begin(() -> RpcResult.ok(seen())).answer().data())
                .as("nothing stays in the thread")
                .isEqualTo("null null local local");
    }

    @Test
    void a_refused_part_is_an_answer() {
        assertThat(together.<String>begin(() -> {
                            throw new Refusal(ErrorCodes.NOT_PERMITTED, null);
                        })
                        .answer()
                        .code())
                .isEqualTo(ErrorCodes.NOT_PERMITTED.code());
    }

    @Test
    void a_part_that_finds_no_thread_runs_where_it_is_begun_and_leaves_its_session() {
        CountDownLatch free = new CountDownLatch(1);
        List<Together.Part<String>> parts = new ArrayList<>();
        CurrentSession.set("of-vera");
        String here = Thread.currentThread().getName();
        boolean ranHere = false;
        for (int i = 0; i < 200 && !ranHere; i++) {
            List<String> threads = new CopyOnWriteArrayList<>();
            parts.add(together.begin(() -> {
                String thread = Thread.currentThread().getName();
                threads.add(thread);
                if (!thread.equals(here)) {
                    await(free);
                }
                return RpcResult.ok(String.valueOf(CurrentSession.get()));
            }));
            ranHere = threads.contains(here);
        }
        free.countDown();
        assertThat(ranHere).isTrue();
        assertThat(CurrentSession.get()).isEqualTo("of-vera");
        assertThat(parts).allSatisfy(part -> assertThat(part.answer().data()).isEqualTo("of-vera"));
    }

    private static String seen() {
        TraceParent trace = CurrentTrace.get();
        return CurrentSession.get() + " " + (trace == null ? null : trace.header()) + " " + CallContext.caller() + " "
                + CallContext.address();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never free");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
