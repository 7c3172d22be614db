/**
 * Tells its view which key of its own was pressed, wherever the focus is; never while somebody types or a dialog is
 * open, except for Ctrl+Enter, which is never part of a text.
 */
class Keys extends HTMLElement {
    private keys = new Set<string>();
    private readonly listener = (event: KeyboardEvent) => this.pressed(event);

    set watched(keys: string[]) {
        this.keys = new Set(keys);
    }

    connectedCallback() {
        this.hidden = true;
        window.addEventListener('keydown', this.listener, true);
    }

    disconnectedCallback() {
        window.removeEventListener('keydown', this.listener, true);
    }

    private pressed(event: KeyboardEvent) {
        const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        const name = sends ? 'Ctrl+Enter' : event.key;
        if (!this.keys.has(name) || dialogOpen()) {
            return;
        }
        if (!sends && (event.ctrlKey || event.metaKey || event.altKey || takesText(event))) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('key-pressed', { detail: { key: name } }));
    }
}

function takesText(event: KeyboardEvent): boolean {
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

function dialogOpen(): boolean {
    return (
        document.querySelector(
            'vaadin-dialog-overlay[opened], vaadin-confirm-dialog-overlay[opened], vaadin-select-overlay[opened], vaadin-menu-bar-overlay[opened]',
        ) !== null
    );
}

customElements.define('lr-keys', Keys);
