package io.jointlending.system.rules.broken.loan.order.domain;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

final class Unbounded {
    BlockingQueue<String> queue() {
        return new LinkedBlockingQueue<>();
    }

    BlockingQueue<String> fine() {
        return new LinkedBlockingQueue<>(5);
    }

    ExecutorService pool() {
        return Executors.newFixedThreadPool(3);
    }
}
