/** Products and ratio schemes as channel-admin-provider knows them. */
@NullMarked
package io.jointlending.fund.funding.remote;

import org.jspecify.annotations.NullMarked;
