/** The HTTP server of the JDK as every listener of a provider uses it. */
@NullMarked
package io.jointlending.support.http;

import org.jspecify.annotations.NullMarked;
