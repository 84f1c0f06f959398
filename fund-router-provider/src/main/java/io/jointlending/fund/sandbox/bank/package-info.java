/**
 * Banks that do not exist, behind real HTTP, real envelopes and the shipped definitions: a process of its own for development,
 * tests and drills. They misbehave on demand, and their books say how often money moved.
 */
@NullMarked
package io.jointlending.fund.sandbox.bank;

import org.jspecify.annotations.NullMarked;
