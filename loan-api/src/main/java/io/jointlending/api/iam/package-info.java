/** Users, roles, permissions and sessions. */
@NullMarked
package io.jointlending.api.iam;

import org.jspecify.annotations.NullMarked;
