/** The contracts as an OpenAPI document, made from the interfaces, their constraints and their Javadoc. */
@NullMarked
package io.jointlending.system.openapi;

import org.jspecify.annotations.NullMarked;
