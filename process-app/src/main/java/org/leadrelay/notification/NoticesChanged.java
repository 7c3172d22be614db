package org.leadrelay.notification;

import java.util.List;

/** Event that notices of these people changed. */
record NoticesChanged(List<String> logins) {}
