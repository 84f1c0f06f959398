package io.jointlending.devstack;

import java.util.List;

/** How one component is prepared and started, and how to see that it works. */
interface Server {
    Component component();

    /** Puts in place what the process needs; runs before every start. */
    void prepare();

    /** The command, without its surroundings: those are the same for all. */
    List<String> command();

    /** True if the process reads commands on stdin and answers on stdout, and is ready when it says so. */
    boolean talks();

    /** One real exchange with a started server that does not talk; false while it does not answer yet. */
    boolean answers();
}
