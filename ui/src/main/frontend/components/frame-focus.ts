import { dialogOpen } from './focus';

/** A dialog that closes gives the focus back to what had it, and a view may have a better place for it. */
const PATIENCE_MILLIS = 200;

let waiting = 0;

/**
 * Keeps the focus within the page: what had it was taken away, by an answer or with its dialog, and the place as a
 * whole has it then. From the page's body neither keys nor Tab would go on from where one was.
 */
function lost() {
    // What is hidden keeps the focus until the page is drawn: whether it is lost shows only then.
    waiting ||= window.setTimeout(() => {
        waiting = 0;
        if (document.activeElement === document.body && !dialogOpen()) {
            document.querySelector<HTMLElement>('.lr-main')?.focus({ preventScroll: true });
        }
    }, PATIENCE_MILLIS);
}

new MutationObserver(lost).observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden'] });
