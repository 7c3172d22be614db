import { LitElement, css, html, nothing } from 'lit';

/** The words around a time; they come from the server's bundles, on the nearest element with `due-words`. */
type Words = {
    locale: string;
    zone: string;
    late: string;
    tomorrow: string;
    waiting: string;
    none: string;
    minutes: string;
    hours: string;
    days: string;
    dueIn: string;
    due: string;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Up to here a countdown says more than a time of day. */
const COUNTED_DOWN = 4 * HOUR;
const REFRESH = 15_000;
/** Where nobody asked for a reminder, the last quarter is the time to hurry. */
const LAST_QUARTER = 0.25;

const shown = new Set<DueTime>();
setInterval(() => shown.forEach((each) => each.requestUpdate()), REFRESH);

function fill(pattern: string, value: string): string {
    return pattern.replace('{0}', value);
}

/** A promise's due instant: a countdown or a time, over a bar of what is left of it. */
export class DueTime extends LitElement {
    static properties = {
        due: { type: Number },
        since: { type: Number },
        remind: { type: Number },
        now: { type: Number },
        waiting: { type: Boolean },
    };

    declare due: number | null;
    declare since: number;
    declare remind: number | null;
    declare now: number;
    declare waiting: boolean;

    private readAt = 0;

    static styles = css`
        :host {
            display: block;
            font-variant-numeric: tabular-nums;
            white-space: nowrap;
        }
        .words {
            display: block;
            overflow: hidden;
            text-overflow: ellipsis;
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
        if (changed.has('now')) {
            this.readAt = performance.now();
        }
    }

    render() {
        const words = this.words();
        if (!words) {
            return nothing;
        }
        if (this.waiting) {
            return html`<span class="words">${words.waiting}</span>`;
        }
        if (!this.due) {
            return html`<span class="words">${words.none}</span>`;
        }
        const now = this.now + (performance.now() - this.readAt);
        const left = this.due - now;
        const share = Math.max(0, Math.min(1, left / Math.max(1, this.due - this.since)));
        const soon = this.remind ? now >= this.remind : share < LAST_QUARTER;
        const state = left <= 0 ? 'late' : soon ? 'soon' : 'calm';
        const spoken =
            left <= 0
                ? fill(words.late, span(-left, words))
                : left < COUNTED_DOWN
                  ? fill(words.dueIn, span(left, words))
                  : fill(words.due, moment(this.due, now, words));
        this.title = new Intl.DateTimeFormat(words.locale, {
            dateStyle: 'full',
            timeStyle: 'long',
            timeZone: words.zone,
        }).format(this.due);
        return html`<div class=${state} part=${state}>
            <span class="words" aria-label=${spoken} role="img">${short(this.due, now, words)}</span>
            <div class="bar" aria-hidden="true">
                <div class="left" style="width: ${left <= 0 ? 100 : Math.round(share * 100)}%"></div>
            </div>
        </div>`;
    }

    private words(): Words | undefined {
        const written = this.closest('[due-words]')?.getAttribute('due-words');
        return written ? JSON.parse(written) : undefined;
    }
}

function short(due: number, now: number, words: Words): string {
    const left = due - now;
    if (left <= 0) {
        return fill(words.late, span(-left, words));
    }
    if (left < COUNTED_DOWN) {
        const minutes = Math.ceil(left / MINUTE);
        return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    }
    return moment(due, now, words);
}

function span(millis: number, words: Words): string {
    if (millis < HOUR) {
        return fill(words.minutes, String(Math.max(1, Math.floor(millis / MINUTE))));
    }
    return millis < 2 * DAY
        ? fill(words.hours, String(Math.floor(millis / HOUR)))
        : fill(words.days, String(Math.floor(millis / DAY)));
}

function moment(due: number, now: number, words: Words): string {
    const write = (options: Intl.DateTimeFormatOptions, at = due) =>
        new Intl.DateTimeFormat(words.locale, { ...options, timeZone: words.zone }).format(at);
    const day = (at: number) => write({ dateStyle: 'short' }, at);
    const time = write({ timeStyle: 'short' });
    if (day(due) === day(now)) {
        return time;
    }
    if (day(due) === day(now + DAY)) {
        return fill(words.tomorrow, time);
    }
    return due - now < 6 * DAY
        ? `${write({ weekday: 'short' })} ${time}`
        : `${write({ day: 'numeric', month: 'short' })} ${time}`;
}

customElements.define('lr-due', DueTime);
