/** Configuration that channel-admin-provider owns and others hold copies of. */
@NullMarked
package io.jointlending.support.configuration;

import org.jspecify.annotations.NullMarked;
