package io.jointlending.fund.funding.domain;

/**
 * The way to the institutions (资方). Called outside of any transaction, after the request was stored as sent.
 *
 * <p>An exception means that the result is unknown: the request may have arrived. It is then closed by {@link #query}. The
 * whole call has to end well within the lease of a task, one minute.
 */
public interface Institution {
    /**
     * Asks for money. The institution knows a request by its number: the same number again is the same request and gets
     * the same answer.
     */
    FundAnswer submit(FundRequest request);

    /** Asks what became of a request. */
    FundAnswer query(FundRequest request);
}
