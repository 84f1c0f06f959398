package io.jointlending.fund.funding.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fundings that are stored. Times are the database's. */
public interface FundingOrders {
    /** Adds a task, due at once; one that is there, or was archived, stays as it is. */
    void add(FundingOrder task);

    /**
     * Takes tasks that are due, for as long as the lease: nobody else gets them before it ends. Tasks under way come
     * before new ones.
     */
    List<FundingOrder> claim(int limit, Duration lease, String claimer);

    /** A task with the legs of its last attempt, archived or not. */
    Optional<Funding> find(String orderNo);

    /** The legs of a claimed task in its attempt, by seat. */
    Funding load(FundingOrder claimed);

    /** Institutions that have refused the order, in any attempt. */
    Set<String> refusedBy(String orderNo);

    /**
     * Stores what a step has changed, and when the next one is due. Writes a row of the state log for every move. In the
     * running transaction.
     *
     * @param before as it was claimed or stored last
     * @return what is stored now, or empty when somebody else has had the task since: then nothing was written
     */
    Optional<Funding> save(Funding before, Funding after, Duration wait);

    /** Makes an open funding due at once, in the running transaction: something that it waits for has happened. */
    void makeDue(String orderNo);

    /** Puts a claimed task back without a change, unless somebody else has had it since. */
    void putBack(FundingOrder claimed, Duration wait);
}
