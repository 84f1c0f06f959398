/** ZooKeeper, over the connection by which Dubbo registers this provider. */
@NullMarked
package io.jointlending.channel.registry.remote;

import org.jspecify.annotations.NullMarked;
