/** What the engine asks other providers, and the libraries by which it reaches institutions. */
@NullMarked
package io.jointlending.fund.task.remote;

import org.jspecify.annotations.NullMarked;
