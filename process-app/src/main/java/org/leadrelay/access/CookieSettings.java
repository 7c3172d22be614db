package org.leadrelay.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param secure whether the session's cookie travels over TLS only; without a word it does, but for
 *     the demo
 */
@ConfigurationProperties("leadrelay.cookie")
record CookieSettings(@Nullable Boolean secure) {}
