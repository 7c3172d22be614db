import { dialogOpen, takesText } from './focus';
import { pressChoice } from './choices';

/**
 * Keyboard shortcuts of the page and of its view, wherever the focus is; never while somebody types or a dialog is
 * open, except for those with Ctrl, which are never part of a text. A key that is pressed while an earlier one is still
 * being answered waits for it: it means the page as it is then.
 */
class Keys extends HTMLElement {
    private names = new Set<string>();
    private moves = new Set<string>();
    private openers = new Map<string, string>();

    set watched(names: string[]) {
        this.names = new Set(names);
    }

    /** Those that may be held down, and that do not wait for each other. */
    set repeated(names: string[]) {
        this.moves = new Set(names);
    }

    /** Those that open or focus something at once, each with what selects it: `f: .search`. */
    set opening(lines: string[]) {
        this.openers = new Map(lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]));
    }

    connectedCallback() {
        this.hidden = true;
        attached.unshift(this);
        window.addEventListener('keydown', pressed, true);
    }

    disconnectedCallback() {
        attached.splice(attached.indexOf(this), 1);
        if (attached.length === 0) {
            window.removeEventListener('keydown', pressed, true);
        }
    }

    watches(name: string): boolean {
        return this.names.has(name);
    }

    repeats(name: string): boolean {
        return this.moves.has(name);
    }

    /** Opens or focuses what the key stands for; says whether there is such a thing. */
    opens(name: string): boolean {
        const selector = this.openers.get(name);
        const target = selector ? document.querySelector<HTMLElement & { open?(): void }>(selector) : null;
        if (target?.open) {
            target.open();
        } else {
            target?.focus();
        }
        return target !== null;
    }

    /** Whether a sequence begins with this key: g of g i. */
    begins(name: string): boolean {
        return [...this.names].some((each) => each.startsWith(name + ' '));
    }

    press(name: string) {
        this.dispatchEvent(new CustomEvent('key-pressed', { detail: { key: name } }));
    }

    /** The server has done what the oldest key asked for. */
    answered() {
        settle();
    }
}

const SEQUENCE_MILLIS = 1500;
const PATIENCE_MILLIS = 5000;

/** The view's stand before those of the frame. */
const attached: Keys[] = [];
const waiting: string[] = [];
let unanswered = 0;
let moving = false;
let deadline = 0;
let begun = '';
let begunAt = 0;

function pressed(event: KeyboardEvent) {
    if (event.isComposing || event.defaultPrevented || dialogOpen()) {
        begun = '';
        return;
    }
    const name = nameOf(event);
    if (!name || owned(event, name)) {
        return;
    }
    if (begins(name)) {
        begun = name;
        begunAt = event.timeStamp;
        take(event);
        return;
    }
    const keys = watching(name);
    if (!keys) {
        return;
    }
    take(event);
    if (event.repeat && !keys.repeats(name)) {
        return;
    }
    if (unanswered > 0 && !(moving && keys.repeats(name) && waiting.length === 0)) {
        waiting.push(name);
        return;
    }
    run(name);
}

/** Whether the field in which somebody writes has this key for itself. */
function owned(event: KeyboardEvent, name: string): boolean {
    return event.composedPath().some((each) => each instanceof HTMLElement && each.dataset.ownKey === name);
}

/** The key's name with what it was begun with, or nothing where it belongs to what has the focus. */
function nameOf(event: KeyboardEvent): string {
    const prefix = event.timeStamp - begunAt < SEQUENCE_MILLIS ? begun : '';
    const modifier = ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key);
    begun = modifier ? begun : '';
    if (modifier || event.altKey) {
        return '';
    }
    if (event.ctrlKey || event.metaKey) {
        return 'Ctrl+' + (event.key.length === 1 ? event.key.toUpperCase() : event.key);
    }
    if (takesText(event)) {
        return '';
    }
    return prefix ? prefix + ' ' + event.key : event.key;
}

function begins(name: string): boolean {
    return attached.some((each) => each.begins(name));
}

function watching(name: string): Keys | undefined {
    return attached.find((each) => each.watches(name));
}

function take(event: KeyboardEvent) {
    event.preventDefault();
    event.stopImmediatePropagation();
}

function run(name: string) {
    const keys = watching(name);
    // A digit shows at once; the server hears what it meant.
    const meant = /^[1-9]$/.test(name) ? pressChoice(Number(name)) : name;
    if (!keys || !meant || keys.opens(name)) {
        settle();
        return;
    }
    moving = keys.repeats(name);
    unanswered++;
    clearTimeout(deadline);
    deadline = window.setTimeout(giveUp, PATIENCE_MILLIS);
    keys.press(meant);
}

/** Lets the next key through; the focus that the answer has set comes first. */
function settle() {
    unanswered = Math.max(0, unanswered - 1);
    if (unanswered > 0) {
        return;
    }
    clearTimeout(deadline);
    if (waiting.length > 0) {
        unanswered = 1;
        setTimeout(() =>
            setTimeout(() => {
                unanswered = 0;
                const next = waiting.shift();
                if (next && !dialogOpen()) {
                    run(next);
                } else {
                    waiting.length = 0;
                }
            }),
        );
    }
}

/** The connection is lost: what waited would come as a surprise later. */
function giveUp() {
    unanswered = 0;
    waiting.length = 0;
}

customElements.define('lr-keys', Keys);
