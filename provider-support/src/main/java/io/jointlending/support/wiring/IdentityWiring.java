package io.jointlending.support.wiring;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.runtime.ApplicationKeys;
import io.jointlending.support.cache.RedisNotices;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.CallAuthority;
import io.jointlending.support.identity.SessionCache;
import io.jointlending.support.identity.Sessions;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call. A provider that lets persons in declares a bean of type {@link Sessions}. */
@Configuration(proxyBeanMethods = false)
class IdentityWiring {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityWiring.class);

    @Bean
    SessionCache sessionCache(ObjectProvider<Sessions> sessions, RedisNotices notices) {
        // asked for late: the sessions of a provider may be a reference to another one
        return new SessionCache(
                hash -> {
                    Sessions known = sessions.getIfAvailable();
                    if (known == null) {
                        throw new Refusal(ErrorCodes.SESSION_INVALID, null);
                    }
                    return known.find(hash);
                },
                notices);
    }

    @Bean
    CallAuthority callAuthority(ProviderProperties properties, SessionCache sessions, Clock clock) {
        ProviderProperties.Security security = properties.security();
        byte[] masterKey = ApplicationKeys.decode(security.masterKey());
        if (masterKey == null && properties.development()) {
            LOG.warn("jl.security.master-key is empty: on this development platform calls need no signature");
        }
        ApplicationKeys.useMasterKey(security.masterKey());
        return new CallAuthority(
                masterKey, security.refusedKeys(), security.freshness(), properties.development(), sessions, clock);
    }
}
