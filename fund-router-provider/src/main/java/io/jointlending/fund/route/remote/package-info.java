/** Products, ratio schemes and fund channels as channel-admin-provider knows them, or knew them last. */
@NullMarked
package io.jointlending.fund.route.remote;

import org.jspecify.annotations.NullMarked;
