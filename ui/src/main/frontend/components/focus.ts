/** Where the focus is, and whose key press it is. */

/** The element that has the focus, in whichever shadow tree it is. */
export function focused(): Element | null {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) {
        at = at.shadowRoot.activeElement;
    }
    return at;
}

/** Whether nobody has put the focus anywhere: it is on the page, or on the place as a whole. */
export function nothingFocused(): boolean {
    const at = document.activeElement;
    return at === null || at === document.body || at === document.documentElement || at.matches('.lr-main');
}

export function shown(element: Element | null | undefined): boolean {
    return !!element && element.isConnected && element.getClientRects().length > 0;
}

/** Whether the key belongs to what has the focus: a text, a list that is open, a button that Enter presses. */
export function takesText(event: KeyboardEvent): boolean {
    return event.composedPath().some((each) => {
        if (!(each instanceof HTMLElement)) {
            return false;
        }
        if (each.isContentEditable || each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement) {
            return true;
        }
        if (each instanceof HTMLInputElement) {
            return event.key === 'Enter' || !['checkbox', 'radio', 'button'].includes(each.type);
        }
        const pressable = each.matches(
            'button, a[href], vaadin-button, [role="button"], [role="option"], vaadin-select-value-button, vaadin-side-nav-item',
        );
        return pressable && event.key === 'Enter';
    });
}

export function dialogOpen(): boolean {
    return (
        document.querySelector(
            'dialog[open], vaadin-dialog-overlay[opened], vaadin-confirm-dialog-overlay[opened], vaadin-select-overlay[opened], vaadin-menu-bar-overlay[opened]',
        ) !== null
    );
}
