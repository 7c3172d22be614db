/** What every test stands on: a real PostgreSQL, a clock and jobs that are driven by hand. */
package org.leadrelay.testing;
