package io.jointlending.system.rules.broken.loan.order.domain;

final class Talkative {
    void talk() {
        System.out.println("hello");
    }
}
