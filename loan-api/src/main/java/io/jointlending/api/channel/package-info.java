/** Contracts of channel-admin-provider: products, institutions, ratio schemes. */
@NullMarked
package io.jointlending.api.channel;

import org.jspecify.annotations.NullMarked;
