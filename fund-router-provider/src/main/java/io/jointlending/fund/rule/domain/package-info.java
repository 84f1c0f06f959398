/**
 * Conditions as data: which values each fact may have. Because they are sets, a loader can prove what a program of rules can
 * never do.
 */
@NullMarked
package io.jointlending.fund.rule.domain;

import org.jspecify.annotations.NullMarked;
