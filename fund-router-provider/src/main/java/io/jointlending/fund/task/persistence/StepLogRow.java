package io.jointlending.fund.task.persistence;

import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.machine.Occurrence;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.TreeText;
import io.jointlending.fund.task.domain.StepRecord;
import org.jspecify.annotations.Nullable;

/** A row of {@code fund_step_log}. */
record StepLogRow(
        Long taskId,
        Integer seq,
        String step,
        Integer flowVersion,
        String kind,
        String state,
        @Nullable String reqNo,
        @Nullable String category,
        @Nullable Integer httpStatus,
        @Nullable Integer elapsedMs,
        @Nullable String requestMasked,
        @Nullable String requestHash,
        @Nullable String replyHash,
        @Nullable String event) {

    static StepLogRow of(long taskId, StepRecord record) {
        Category category = record.category();
        Occurrence occurrence = record.occurrence();
        StepRecord.Evidence evidence = record.evidence();
        Tree masked = evidence.requestMasked();
        return new StepLogRow(
                taskId,
                record.seq(),
                record.step(),
                record.flowVersion(),
                record.kind().name(),
                record.state(),
                record.requestNo(),
                category == null ? null : category.name(),
                evidence.httpStatus(),
                evidence.elapsedMs(),
                masked == null ? null : TreeText.write(masked),
                evidence.requestHash(),
                evidence.replyHash(),
                occurrence == null ? null : EventText.write(occurrence));
    }

    StepRecord record() {
        return new StepRecord(
                seq,
                step,
                flowVersion,
                StepRecord.Kind.valueOf(kind),
                state,
                reqNo,
                category == null ? null : Category.valueOf(category),
                new StepRecord.Evidence(
                        httpStatus,
                        elapsedMs,
                        requestMasked == null ? null : TreeText.read(requestMasked),
                        requestHash,
                        replyHash),
                event == null ? null : EventText.read(event));
    }
}
