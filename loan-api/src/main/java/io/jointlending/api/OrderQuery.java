package io.jointlending.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Names one master order (大订单).
 *
 * @param orderNo 22 digits: yyMMdd, 12 digits, 4 digits of shard gene
 */
public record OrderQuery(@NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo) implements Serializable {}
