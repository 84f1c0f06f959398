/** Notices in a table. */
@NullMarked
package io.jointlending.fund.notice.persistence;

import org.jspecify.annotations.NullMarked;
