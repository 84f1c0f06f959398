/** Routes, decisions and copies of configuration in tables. */
@NullMarked
package io.jointlending.fund.route.persistence;

import org.jspecify.annotations.NullMarked;
