package io.jointlending.api.message;

import io.jointlending.api.reconciliation.FileLineRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A page of the file of an institution for one day, as it answered for it. The pages of a file follow each other; with the last
 * one the file is complete.
 *
 * @param institutionCode institution
 * @param fileNo number of the file, unique for its institution; a corrected file has another one
 * @param bookingDate day of the file, Asia/Shanghai
 * @param last true with the last page
 * @param linesInFile how many lines the whole file has
 * @param lines the lines of this page, at most 1000
 * @param taskNo task that asked for it
 */
public record StatementPage(
        String institutionCode,
        String fileNo,
        LocalDate bookingDate,
        Boolean last,
        Integer linesInFile,
        List<FileLineRequest> lines,
        String taskNo)
        implements Serializable {}
