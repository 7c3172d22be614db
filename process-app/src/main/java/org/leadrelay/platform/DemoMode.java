package org.leadrelay.platform;

import org.springframework.stereotype.Component;

/** Marker bean of demo mode; ask for it with an {@code ObjectProvider}. */
@Component
@ConditionalOnDemo
public class DemoMode {}
