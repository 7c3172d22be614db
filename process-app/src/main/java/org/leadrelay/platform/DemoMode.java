package org.leadrelay.platform;

import org.springframework.stereotype.Component;

/** Present in demo mode and nowhere else; ask for it with an {@code ObjectProvider}. */
@Component
@ConditionalOnDemo
public class DemoMode {}
