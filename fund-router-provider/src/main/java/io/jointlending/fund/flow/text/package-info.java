/**
 * Definitions from YAML or JSON text, with the line of every value; trees as JSON.
 */
@NullMarked
package io.jointlending.fund.flow.text;

import org.jspecify.annotations.NullMarked;
