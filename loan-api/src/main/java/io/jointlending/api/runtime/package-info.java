/** What the contract jar does inside a consumer: safe defaults, the trace header, the signature. The only package that uses Dubbo. */
@NullMarked
package io.jointlending.api.runtime;

import org.jspecify.annotations.NullMarked;
