package io.jointlending.system.offline;

import java.io.IOException;

/** A JVM without Dubbo. */
final class PlainMain {
    private PlainMain() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("ready");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }
}
