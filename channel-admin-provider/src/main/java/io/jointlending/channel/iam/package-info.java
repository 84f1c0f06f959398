/** Users, roles, sessions: who may log in and what each may do. */
@NullMarked
package io.jointlending.channel.iam;

import org.jspecify.annotations.NullMarked;
