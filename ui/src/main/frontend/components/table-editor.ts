import type { DecisionTable, Fact } from './decision-table';

/** What is to be shown. */
type Shown = { xml: string; readOnly: boolean; language: string };

/** Somebody who types goes on within this; then it is checked. */
const PAUSE_MILLIS = 600;

/**
 * Decision table in dmn-js, to read or to edit. What changed is told as XML when the typing pauses, and at once when it
 * goes from the page. dmn-js is loaded when the first table is shown.
 */
class TableEditor extends HTMLElement {
    private shown: Shown = { xml: '', readOnly: true, language: 'en' };
    private table?: DecisionTable;
    private turn = 0;
    private told = '';
    private waiting?: number;
    private area?: HTMLElement;

    set content(shown: Shown) {
        this.shown = shown ?? this.shown;
        void this.draw();
    }

    connectedCallback() {
        this.area = this.parentElement ?? this;
        this.area.addEventListener('keydown', this.pressed, true);
        void this.draw();
    }

    disconnectedCallback() {
        this.area?.removeEventListener('keydown', this.pressed, true);
        this.turn++;
        window.clearTimeout(this.waiting);
        this.table?.destroy();
        this.table = undefined;
        this.removeAttribute('drawn');
    }

    /** A new condition that reads a fact. */
    addInput(fact: Fact) {
        this.table?.addInput(fact);
    }

    /** Puts a value into the chosen cell. */
    putValue(value: string) {
        if (this.table?.putValue(value) === false) {
            this.dispatchEvent(new CustomEvent('cell-missing'));
        }
    }

    /** What stands there now, also while somebody types: for whoever saves. */
    async flush(): Promise<void> {
        window.clearTimeout(this.waiting);
        await this.tell();
    }

    /**
     * Undo and redo of the table, whatever of it or of what stands beside it has the focus: a value that a button put
     * into a cell is undone as one that was typed.
     */
    private readonly pressed = (event: KeyboardEvent) => {
        const key = event.key.toLowerCase();
        const redo = key === 'y' || (key === 'z' && event.shiftKey);
        if ((key !== 'z' && !redo) || !(event.ctrlKey || event.metaKey) || event.altKey || this.shown.readOnly) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        if (redo) {
            this.table?.redo();
        } else {
            this.table?.undo();
        }
    };

    private async draw() {
        const turn = ++this.turn;
        if (!this.isConnected || !this.shown.xml || (this.table && this.shown.xml === this.told)) {
            return;
        }
        const { DecisionTable } = await import('./decision-table');
        if (turn !== this.turn) {
            return;
        }
        this.table?.destroy();
        this.replaceChildren();
        const { xml, readOnly, language } = this.shown;
        this.told = xml;
        try {
            const table = await DecisionTable.open(this, xml, readOnly, language);
            if (turn !== this.turn) {
                table.destroy();
                return;
            }
            this.table = table;
        } catch {
            this.dispatchEvent(new CustomEvent('table-unreadable'));
            return;
        }
        if (!readOnly) {
            this.table.onChange(() => this.wait());
        }
        this.table.onSelect((reads) => this.dispatchEvent(new CustomEvent('cell-chosen', { detail: { reads } })));
        this.setAttribute('drawn', '');
    }

    private wait() {
        window.clearTimeout(this.waiting);
        this.waiting = window.setTimeout(() => void this.tell(), PAUSE_MILLIS);
    }

    private async tell() {
        const xml = await this.table?.xml();
        if (xml && xml !== this.told) {
            this.told = xml;
            this.dispatchEvent(new CustomEvent('table-changed', { detail: { xml } }));
        }
    }
}

customElements.define('lr-table-editor', TableEditor);
