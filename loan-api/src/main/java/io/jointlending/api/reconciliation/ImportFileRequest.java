package io.jointlending.api.reconciliation;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Takes over one page of an institution's file.
 *
 * @param requestNo idempotency number of this command
 * @param institutionCode institution
 * @param fileNo number of the file, unique for its institution
 * @param bookingDate date of the file, Asia/Shanghai
 * @param last true with the last page: the file is then complete
 * @param linesInFile how many lines the whole file has; checked with the last page
 * @param lines the lines of this page
 * @param operator who asks for it, written down
 */
public record ImportFileRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String fileNo,
        @NotNull LocalDate bookingDate,
        @NotNull Boolean last,
        @NotNull @Min(0) Integer linesInFile,
        @NotNull @Size(max = 1000) List<@Valid FileLineRequest> lines,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
