package org.leadrelay.ui.layout;

import com.vaadin.flow.shared.BrowserDetails;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Name of a browser and its system, such as {@code Firefox 140, Windows}, from a user agent. */
final class BrowserName {

    private BrowserName() {}

    /** Empty when neither is known. */
    static String of(String userAgent) {
        BrowserDetails details = new BrowserDetails(userAgent);
        String browser = browser(details);
        int version = details.getBrowserMajorVersion();
        return Stream.of(browser.isEmpty() || version < 1 ? browser : browser + " " + version, system(details))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Most claim to be several; the one that they really are is asked first. */
    private static String browser(BrowserDetails details) {
        if (details.isEdge()) {
            return "Edge";
        }
        if (details.isOpera()) {
            return "Opera";
        }
        if (details.isFirefox()) {
            return "Firefox";
        }
        if (details.isChrome()) {
            return "Chrome";
        }
        return details.isSafari() ? "Safari" : "";
    }

    private static String system(BrowserDetails details) {
        if (details.isIPhone() || details.isIPad()) {
            return "iOS";
        }
        if (details.isAndroid()) {
            return "Android";
        }
        if (details.isChromeOS()) {
            return "ChromeOS";
        }
        if (details.isWindows()) {
            return "Windows";
        }
        if (details.isMacOSX()) {
            return "macOS";
        }
        return details.isLinux() ? "Linux" : "";
    }
}
