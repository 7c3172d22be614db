import { LitElement, css, html, nothing } from 'lit';

/** The words around a time; they come from the server's bundles, on the nearest element with `due-words`. */
type Words = Record<string, string>;

/** What the server knows of a promise; instants and lengths in milliseconds. See `DueTime` in Java. */
type Promised = {
    now: number;
    due: number;
    remind: number | null;
    /** Working time between `now` and `due`. */
    work: number;
    /** Working time from the opening to `due`. */
    total: number;
    /** Whole working days that `days[0]` stands for. */
    first: number;
    /** Working time of that many days next to `due`, and of one day more each. */
    days: number[];
    /** When the holder's calendar opens and closes next, by turns. */
    open: number[];
    day: string;
    time: string;
    exact: string;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REFRESH = 15_000;
/** Where nobody asked for a reminder, the last quarter is the time to hurry. */
const LAST_QUARTER = 0.25;

const shown = new Set<DueTime>();
setInterval(() => shown.forEach((each) => each.requestUpdate()), REFRESH);

function fill(pattern: string, ...values: (string | number)[]): string {
    return pattern.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)]));
}

/** What is left of a promise or late, in working time of whoever holds it, over a bar of what is left. */
export class DueTime extends LitElement {
    static properties = {
        promise: { type: String },
        waiting: { type: Boolean },
        sentence: { type: Boolean },
    };

    declare promise: string;
    declare waiting: boolean;
    declare sentence: boolean;

    private promised: Promised | null = null;
    private readAt = 0;

    static styles = css`
        :host {
            display: block;
            font-variant-numeric: tabular-nums;
        }
        .words {
            display: block;
            line-height: 1.25;
            white-space: normal;
            text-wrap: balance;
        }
        .soon .words,
        .late .words {
            font-weight: 600;
        }
        .late .words {
            color: var(--lr-broken, var(--lumo-error-text-color));
        }
        .bar {
            height: 3px;
            margin-top: 3px;
            border-radius: 2px;
            background: var(--lumo-contrast-10pct);
            overflow: hidden;
        }
        .left {
            height: 100%;
            background: var(--lr-kept, var(--lumo-success-color));
        }
        .soon .left {
            background: var(--lr-remind, var(--lumo-warning-color));
        }
        .late .left {
            background: var(--lr-broken, var(--lumo-error-color));
        }
    `;

    connectedCallback() {
        super.connectedCallback();
        shown.add(this);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        shown.delete(this);
    }

    willUpdate(changed: Map<string, unknown>) {
        if (changed.has('promise')) {
            this.promised = this.promise ? JSON.parse(this.promise) : null;
            this.readAt = performance.now();
        }
    }

    render() {
        const words = this.words();
        if (!words) {
            return nothing;
        }
        const promised = this.promised;
        if (this.waiting || !promised) {
            this.title = '';
            const why = this.waiting ? 'waiting' : 'none';
            return html`<span class="words">${words[this.sentence ? `sentence.${why}` : why]}</span>`;
        }
        const now = promised.now + (performance.now() - this.readAt);
        const late = now >= promised.due;
        const work = workAt(promised, now);
        const share = late ? 1 : Math.min(1, work / Math.max(1, promised.total));
        const soon = promised.remind ? now >= promised.remind : share < LAST_QUARTER;
        const state = late ? 'late' : soon ? 'soon' : 'calm';
        const left = fill(late ? words.late : words.left, length(work, promised, words));
        const text = this.sentence
            ? fill(words[late ? 'sentence.late' : 'sentence.open'], moment(promised, now, words), left)
            : left;
        this.title = promised.exact;
        return html`<div class=${state} part=${state}>
            <span class="words">${text}</span>
            <div class="bar" aria-hidden="true">
                <div class="left" style="width: ${Math.round(share * 100)}%"></div>
            </div>
        </div>`;
    }

    private words(): Words | undefined {
        const written = this.closest('[due-words]')?.getAttribute('due-words');
        return written ? JSON.parse(written) : undefined;
    }
}

/** Working time until the due instant, or since: it passes only while the holder's calendar is open. */
function workAt(promised: Promised, now: number): number {
    const { due, work, open } = promised;
    const wasLate = promised.now >= due;
    if (!wasLate && now >= due) {
        return passed(open, due, now);
    }
    const since = passed(open, promised.now, now);
    return wasLate ? work + since : Math.max(0, work - since);
}

function passed(open: number[], from: number, to: number): number {
    let sum = 0;
    for (let i = 0; i + 1 < open.length; i += 2) {
        sum += Math.max(0, Math.min(to, open[i + 1]) - Math.max(from, open[i]));
    }
    return sum;
}

/** As `DurationWords` in Java: the two largest units, and the rest is dropped. */
function length(work: number, promised: Promised, words: Words): string {
    let days = 0;
    let rest = work;
    promised.days.forEach((day, i) => {
        if (day <= work) {
            days = promised.first + i;
            rest = work - day;
        }
    });
    const minutes = Math.floor(rest / MINUTE);
    const hours = Math.floor(rest / HOUR);
    if (days > 0) {
        const whole = counted('day', days, words);
        return hours > 0 ? `${whole} ${fill(words.hoursMore, hours)}` : whole;
    }
    if (hours > 0) {
        const whole = counted('hour', hours, words);
        return minutes % 60 > 0 ? `${whole} ${fill(words.minutes, minutes % 60)}` : whole;
    }
    return minutes > 0 ? fill(words.minutes, minutes) : words.moment;
}

function counted(unit: string, count: number, words: Words): string {
    return fill(words[count === 1 ? unit : `${unit}s`], count);
}

/** The due instant by its day, as `Times.near` in Java says it. */
function moment(promised: Promised, now: number, words: Words): string {
    const day = (at: number) =>
        Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: words.zone, dateStyle: 'short' }).format(at));
    const days = Math.round((day(promised.due) - day(now)) / (24 * HOUR));
    const near = days === 0 ? 'today' : days === 1 ? 'tomorrow' : days === -1 ? 'yesterday' : undefined;
    return near ? fill(words[near], promised.time) : `${promised.day} ${promised.time}`;
}

customElements.define('lr-due', DueTime);
