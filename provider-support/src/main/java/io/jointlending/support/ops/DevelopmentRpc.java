package io.jointlending.support.ops;

import io.jointlending.api.RpcResult;
import io.jointlending.api.ops.BusinessDateRequest;
import io.jointlending.api.ops.DevelopmentService;
import io.jointlending.support.time.BusinessCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the business date. Exported in development only. */
public final class DevelopmentRpc implements DevelopmentService {
    private static final Logger LOG = LoggerFactory.getLogger(DevelopmentRpc.class);

    private final BusinessCalendar calendar;

    /** The service for this calendar. */
    public DevelopmentRpc(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public RpcResult<BusinessDateRequest> setBusinessDate(BusinessDateRequest request) {
        calendar.move(request.businessDate());
        LOG.info("business date={}", request.businessDate());
        return RpcResult.ok(request);
    }
}
