package io.jointlending.api.error;

/**
 * One answer code.
 *
 * @param code five characters; the first says who can mend it: A the caller, B this system, C a third party
 * @param name stable name for documents and metrics
 * @param meaning one sentence, also the message where no more precise one exists
 */
public record ErrorCode(String code, String name, String meaning) {}
