package org.leadrelay.notification;

import java.util.List;

/** The notices of these people changed. */
record NoticesChanged(List<String> logins) {}
