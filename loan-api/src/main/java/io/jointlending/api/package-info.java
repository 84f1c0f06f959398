/** What all contracts share: the answer envelope and the requests that name one thing. */
@NullMarked
package io.jointlending.api;

import org.jspecify.annotations.NullMarked;
