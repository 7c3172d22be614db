/** What tests of views stand on: without a browser (ViewTest), and in one (BrowserTest). */
package org.leadrelay.ui.testing;
