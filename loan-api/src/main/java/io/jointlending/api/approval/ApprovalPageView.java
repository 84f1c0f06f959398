package io.jointlending.api.approval;

import java.io.Serializable;
import java.util.List;

/**
 * A page of proposals.
 *
 * @param commands newest first
 * @param toDecide how many wait for a decision of the caller, at most 1000 are counted
 */
public record ApprovalPageView(List<ApprovalView> commands, Long toDecide) implements Serializable {}
