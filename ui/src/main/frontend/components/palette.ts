import { focused } from './focus';

interface Entry {
    id: string;
    group: string;
    label: string;
    below: string | null;
    key: string | null;
}

const PAUSE_MILLIS = 120;

/**
 * Command palette: leads as one types, places and actions at once. Opens without asking the server; what it chooses,
 * the server does.
 */
class Palette extends HTMLElement {
    private readonly dialog = document.createElement('dialog');
    private readonly input = document.createElement('input');
    private readonly list = document.createElement('div');
    private entries: Entry[] = [];
    private leads: Entry[] = [];
    private turn = 0;
    private rows: HTMLElement[] = [];
    private current = 0;
    private asking = 0;
    private asked = '';
    private answered = '';
    private choosing = false;
    private words: Record<string, string | null> = {};
    private built = false;

    /** Places and actions; those that fit are shown while one types. */
    set all(entries: Entry[]) {
        this.entries = entries ?? [];
        this.draw();
    }

    set texts(words: Record<string, string | null>) {
        this.words = words ?? {};
    }

    connectedCallback() {
        if (!this.built) {
            this.build();
            this.built = true;
        }
    }

    open() {
        if (this.dialog.open) {
            return;
        }
        this.input.value = '';
        this.leads = [];
        this.asked = this.answered = '';
        this.choosing = false;
        this.input.setAttribute('aria-label', this.words.label ?? '');
        this.input.placeholder = this.words.label ?? '';
        this.list.setAttribute('aria-label', this.words.results ?? '');
        this.current = 0;
        this.draw();
        this.dialog.showModal();
        this.input.focus();
        this.dispatchEvent(new CustomEvent('palette-opened'));
    }

    /** Leads that fit what was typed, unless something else has been typed since. */
    set found(answer: { turn: number; entries: Entry[] } | null) {
        if (!answer || answer.turn !== this.turn) {
            return;
        }
        this.answered = this.asked;
        if (this.answered !== this.text()) {
            return;
        }
        this.leads = answer.entries;
        this.draw();
        if (this.choosing) {
            this.choose();
        }
    }

    private build() {
        this.input.type = 'text';
        this.input.autocomplete = 'off';
        this.input.spellcheck = false;
        this.input.maxLength = 200;
        this.input.setAttribute('role', 'combobox');
        this.input.setAttribute('aria-expanded', 'true');
        this.input.setAttribute('aria-controls', 'palette-list');
        this.input.setAttribute('aria-autocomplete', 'list');
        this.list.id = 'palette-list';
        this.list.setAttribute('role', 'listbox');
        this.dialog.append(this.input, this.list);
        this.append(this.dialog);
        this.input.addEventListener('input', () => this.typed());
        this.dialog.addEventListener('keydown', (event) => this.pressed(event));
        this.dialog.addEventListener('click', (event) => {
            if (event.target === this.dialog) {
                this.dialog.close();
            }
        });
    }

    private text(): string {
        return this.input.value.trim();
    }

    private typed() {
        this.current = 0;
        this.choosing = false;
        clearTimeout(this.asking);
        if (this.text() === '') {
            this.leads = [];
        } else {
            this.asking = window.setTimeout(() => this.ask(), PAUSE_MILLIS);
        }
        this.draw();
    }

    private ask() {
        clearTimeout(this.asking);
        if (this.asked !== this.text()) {
            this.asked = this.text();
            this.dispatchEvent(new CustomEvent('palette-typed', { detail: { text: this.asked, turn: ++this.turn } }));
        }
    }

    private pressed(event: KeyboardEvent) {
        if (event.isComposing) {
            return;
        }
        const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
        const step = steps[event.key];
        if (step) {
            event.preventDefault();
            const last = this.rows.length - 1;
            const next = this.current + step;
            this.current =
                Math.abs(step) === 1 ? (next < 0 ? last : next > last ? 0 : next) : Math.max(0, Math.min(last, next));
            this.mark();
        } else if (event.key === 'Enter') {
            event.preventDefault();
            this.choose();
        } else if (event.key === 'Tab' || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) {
            event.preventDefault();
        }
    }

    /** What is meant by Enter is known when the leads are there, and at once where an arrow has pointed at it. */
    private choose() {
        const text = this.text();
        if (text !== '' && this.answered !== text && this.current === 0) {
            this.choosing = true;
            this.ask();
            return;
        }
        this.choosing = false;
        const row = this.rows[this.current];
        if (row) {
            this.chosen(row.dataset.id ?? '');
        }
    }

    private chosen(id: string) {
        const text = this.text();
        this.dialog.close();
        this.dispatchEvent(new CustomEvent('palette-chosen', { detail: { id, text } }));
    }

    private fitting(): Entry[] {
        const typed = plain(this.text()).split(/\s+/).filter(Boolean);
        const own = this.entries.filter((each) => typed.every((word) => plain(each.label).includes(word)));
        if (typed.length === 0) {
            return own;
        }
        const begins = (each: Entry) => plain(each.label).startsWith(typed[0]);
        const near = own.filter(begins).slice(0, 3);
        const rest = own.filter((each) => !near.includes(each));
        const label = (this.words.all ?? '').replace('{0}', this.text());
        const all: Entry = { id: 'all', group: this.words.leads ?? '', label, below: null, key: null };
        return [...near, ...this.leads, ...rest, ...(this.words.all ? [all] : [])];
    }

    private draw() {
        const shown = this.fitting();
        this.rows = shown.map((each, place) => this.row(each, place));
        const parts: HTMLElement[] = [];
        let group = '';
        shown.forEach((each, place) => {
            if (each.group !== group) {
                group = each.group;
                const head = document.createElement('div');
                head.setAttribute('role', 'presentation');
                head.textContent = group;
                parts.push(head);
            }
            parts.push(this.rows[place]);
        });
        if (parts.length === 0) {
            const none = document.createElement('div');
            none.setAttribute('role', 'option');
            none.setAttribute('aria-disabled', 'true');
            none.textContent = this.words.none ?? '';
            parts.push(none);
        }
        this.list.replaceChildren(...parts);
        this.current = Math.min(this.current, Math.max(0, this.rows.length - 1));
        this.mark();
    }

    private row(entry: Entry, place: number): HTMLElement {
        const row = document.createElement('div');
        row.id = 'palette-' + place;
        row.dataset.id = entry.id;
        row.setAttribute('role', 'option');
        const label = document.createElement('span');
        label.textContent = entry.label;
        row.append(label);
        if (entry.below) {
            const below = document.createElement('small');
            below.textContent = entry.below;
            row.append(below);
        }
        if (entry.key) {
            const key = document.createElement('kbd');
            key.className = 'key';
            key.textContent = entry.key;
            row.append(key);
        }
        row.addEventListener('mousemove', () => {
            if (this.current !== place) {
                this.current = place;
                this.mark();
            }
        });
        row.addEventListener('click', () => this.chosen(entry.id));
        return row;
    }

    private mark() {
        this.rows.forEach((each, place) => each.setAttribute('aria-selected', String(place === this.current)));
        const row = this.rows[this.current];
        if (row) {
            this.input.setAttribute('aria-activedescendant', row.id);
            row.scrollIntoView({ block: 'nearest' });
        } else {
            this.input.removeAttribute('aria-activedescendant');
        }
        if (this.dialog.open && focused() !== this.input) {
            this.input.focus();
        }
    }
}

function plain(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

customElements.define('lr-palette', Palette);
