package org.leadrelay.redesign;

/**
 * Event of a release that was sealed, or that nobody need approve any more, published in the transaction in which that
 * was noted.
 *
 * @param awaited whether it is still to be approved or rejected
 */
record ApprovalAwaited(int number, boolean awaited) {}
