package io.jointlending.support.approval;

import io.jointlending.api.RpcResult;
import java.util.function.Function;

/**
 * What this provider does when an action was approved. Declared as a bean.
 *
 * @param <P> request of the contract method
 * @param action one of {@link io.jointlending.api.approval.Actions}
 * @param payloadType record that the payload is read as
 * @param run the method, which is idempotent by its request number
 */
public record ApprovedChange<P>(String action, Class<P> payloadType, Function<P, RpcResult<?>> run) {}
