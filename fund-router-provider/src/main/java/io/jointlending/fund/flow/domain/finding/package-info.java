/**
 * What is wrong with a definition: a rule, a place, a sentence. All findings of a file are collected, not only the first.
 */
@NullMarked
package io.jointlending.fund.flow.domain.finding;

import org.jspecify.annotations.NullMarked;
