package io.jointlending.support.job;

import java.time.LocalTime;

/** A job that deletes or marks whatever is due by now, so that what a day has left over, the run of the next day does as well. */
public abstract class Upkeep implements Job {
    private final String name;
    private final LocalTime from;

    /**
     * @param name see {@link Job#name}
     * @param from see {@link Job#from}
     */
    protected Upkeep(String name, LocalTime from) {
        this.name = name;
        this.from = from;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final LocalTime from() {
        return from;
    }

    @Override
    public final boolean catchesUp() {
        return false;
    }
}
