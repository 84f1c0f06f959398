/** Orders of customers, as loan-provider tells them. */
@NullMarked
package io.jointlending.channel.agent.remote;

import org.jspecify.annotations.NullMarked;
