/** Publishing, activating and looking up definitions. */
@NullMarked
package io.jointlending.fund.definition.application;

import org.jspecify.annotations.NullMarked;
