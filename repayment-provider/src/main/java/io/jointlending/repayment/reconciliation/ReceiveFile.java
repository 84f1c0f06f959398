package io.jointlending.repayment.reconciliation;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.StatementPage;
import io.jointlending.api.reconciliation.FileLineRequest;
import io.jointlending.api.reconciliation.ImportFileRequest;
import io.jointlending.api.reconciliation.ReconFileView;
import io.jointlending.repayment.tables.Mappers;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.time.BusinessCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes over the file of an institution page by page. */
public final class ReceiveFile {
    static final String OPERATION = "ReconciliationService.importFile";

    /** Who asked for what came by itself. */
    private static final String OPERATOR = "statements";

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveFile.class);
    private static final int CLOSED_PER_STATEMENT = 1_000;

    private final ReconMapper files;
    private final DifferenceMapper differences;
    private final IdempotentCommands commands;
    private final BusinessCalendar calendar;

    /** Stores in this session's database. */
    public ReceiveFile(SqlSession session, IdempotentCommands commands, BusinessCalendar calendar) {
        this.files = Mappers.of(session, ReconMapper.class);
        this.differences = Mappers.of(session, DifferenceMapper.class);
        this.commands = commands;
        this.calendar = calendar;
    }

    /** Stores a page. Code: A0582. */
    public ReconFileView run(ImportFileRequest request) {
        return commands.execute(
                CommandKey.of(OPERATION, request.requestNo()), request, ReconFileView.class, () -> store(request));
    }

    /**
     * Takes over a page that the institution gave when it was asked, in the running transaction. A file that is complete stays as
     * it is: a corrected one has another number. Code: A0582, as long as pages before the last one are missing.
     */
    public void take(StatementPage page) {
        ReconFileRow before = files.find(page.institutionCode(), page.fileNo());
        if (before != null && !before.status().equals(ReconFileRow.RECEIVING)) {
            LOG.info(
                    "page of a file that is {} already institution={} fileNo={} taskNo={}",
                    before.status(),
                    page.institutionCode(),
                    page.fileNo(),
                    page.taskNo());
            return;
        }
        store(new ImportFileRequest(
                page.taskNo(),
                page.institutionCode(),
                page.fileNo(),
                page.bookingDate(),
                page.last(),
                page.linesInFile(),
                page.lines(),
                OPERATOR));
    }

    private ReconFileView store(ImportFileRequest request) {
        files.begin(request);
        ReconFileRow row = Objects.requireNonNull(files.lock(request.institutionCode(), request.fileNo()));
        if (!row.bookingDate().equals(request.bookingDate())) {
            throw refused("file " + row.fileNo() + " is about " + row.bookingDate(), "bookingDate");
        }
        if (!row.status().equals(ReconFileRow.RECEIVING)) {
            throw refused("file " + row.fileNo() + " is " + row.status(), "fileNo");
        }
        int added = add(row, request.lines());
        if (request.last()) {
            complete(row, added, request);
        } else if (files.receive(row, added, ReconFileRow.RECEIVING) != 1) {
            throw new IllegalStateException("the locked file " + row + " was changed by somebody else");
        }
        return Objects.requireNonNull(files.find(row.institutionCode(), row.fileNo()))
                .view();
    }

    private int add(ReconFileRow row, List<FileLineRequest> lines) {
        if (lines.isEmpty()) {
            return 0;
        }
        int added = files.addLines(row.institutionCode(), row.fileNo(), lines);
        if (added < lines.size()) {
            Map<Integer, FileLineRequest> received = files.received(row.institutionCode(), row.fileNo(), lines).stream()
                    .collect(Collectors.toMap(FileLineRequest::lineNo, Function.identity()));
            for (FileLineRequest line : lines) {
                if (!line.equals(received.get(line.lineNo()))) {
                    throw refused("line " + line.lineNo() + " was received with other content", "lines");
                }
            }
        }
        return added;
    }

    private void complete(ReconFileRow row, int added, ImportFileRequest request) {
        long lines = row.fileLines() + added;
        if (lines != request.linesInFile()) {
            throw refused(lines + " lines are received of " + request.linesInFile(), "linesInFile");
        }
        int replaced = files.replaceOthers(row);
        while (differences.replace(row, row.fileNo(), request.operator(), calendar.today()) == CLOSED_PER_STATEMENT) {
            LOG.debug("more differences of replaced files are closed fileNo={}", row.fileNo());
        }
        if (files.receive(row, added, ReconFileRow.RECEIVED) != 1) {
            throw new IllegalStateException("the locked file " + row + " was changed by somebody else");
        }
        LOG.info(
                "reconciliation file received institution={} fileNo={} date={} lines={} replaced={}",
                row.institutionCode(),
                row.fileNo(),
                row.bookingDate(),
                lines,
                replaced);
    }

    private static Refusal refused(String message, String field) {
        return new Refusal(ErrorCodes.FILE_STATE, message, field);
    }
}
