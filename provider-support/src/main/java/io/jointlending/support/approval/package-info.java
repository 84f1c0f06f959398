/** Carries out changes that two persons agreed on in channel-admin-provider, and answers what became of them. */
@NullMarked
package io.jointlending.support.approval;

import org.jspecify.annotations.NullMarked;
