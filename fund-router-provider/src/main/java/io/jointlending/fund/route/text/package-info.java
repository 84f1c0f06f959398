/** Routes from YAML or JSON text, with the line of every value. */
@NullMarked
package io.jointlending.fund.route.text;

import org.jspecify.annotations.NullMarked;
