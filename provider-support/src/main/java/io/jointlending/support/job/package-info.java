/** Work of a business day, in shards that several instances share: claimed by lease, resumed where it stopped. */
@NullMarked
package io.jointlending.support.job;

import org.jspecify.annotations.NullMarked;
