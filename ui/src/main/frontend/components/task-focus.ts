import { dialogOpen, focused, nothingFocused, shown, takesText } from './focus';

const FOLLOWING_MILLIS = 700;

/**
 * Focus of the inbox: on the row of the open task after everything that was done, in its form when asked for, and
 * never on the page's body.
 */
class TaskFocus extends HTMLElement {
    private last: Element | null = null;
    private following = 0;
    private looking = 0;
    /** Whether the focus is on its way to the row: a page that is moved while it opens goes on where it was. */
    private onTheWay = false;
    private readonly lost = new MutationObserver(() => this.keep());
    private readonly redrawn = new MutationObserver(() => this.stay());
    private watched: Element | null = null;
    /** What has the focus for as long as the row is not drawn. */
    private instead: Element | null = null;
    private readonly came = (event: FocusEvent) => (this.last = (event.composedPath()[0] as Element) ?? null);
    private readonly key = (event: KeyboardEvent) => this.pressed(event);

    connectedCallback() {
        this.hidden = true;
        window.addEventListener('focusin', this.came, true);
        window.addEventListener('keydown', this.key, true);
        const inbox = this.parentElement;
        if (inbox) {
            this.lost.observe(inbox, { childList: true, subtree: true, attributeFilter: ['hidden'] });
        }
        this.lost.observe(document.body, { childList: true });
        if (this.onTheWay) {
            this.row();
        }
    }

    disconnectedCallback() {
        window.removeEventListener('focusin', this.came, true);
        window.removeEventListener('keydown', this.key, true);
        this.lost.disconnect();
        this.redrawn.disconnect();
        this.watched = null;
        cancelAnimationFrame(this.following);
        cancelAnimationFrame(this.looking);
        this.looking = 0;
    }

    /** To the row of the open task, and along with it for as long as the list is being drawn. */
    row() {
        this.onTheWay = true;
        const until = performance.now() + FOLLOWING_MILLIS;
        let mine = focused();
        cancelAnimationFrame(this.following);
        const follow = () => {
            this.watch();
            const at = focused();
            const elsewhere = at !== mine && !nothingFocused() && shown(at);
            if (elsewhere || performance.now() > until) {
                this.onTheWay = false;
                return;
            }
            const target = this.target(performance.now() > until - FOLLOWING_MILLIS / 2);
            if (target && target !== at && !dialogOpen()) {
                target.focus({ preventScroll: true });
                mine = focused();
                this.instead = target.matches('td') ? null : mine;
            }
            this.following = requestAnimationFrame(follow);
        };
        follow();
    }

    /** To the row when nothing has the focus yet. */
    begin() {
        if (nothingFocused()) {
            this.row();
        }
    }

    /** Into the form, or to the task itself where nothing can be answered. */
    pane() {
        this.inbox('.task-pane')?.focus();
    }

    private pressed(event: KeyboardEvent) {
        if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || dialogOpen()) {
            return;
        }
        const path = event.composedPath();
        const inList = path.some((each) => each instanceof HTMLElement && each.id === 'items' && shown(this.list()));
        if (inList && event.key === 'Tab' && !event.shiftKey && this.parentElement?.classList.contains('task-open')) {
            this.take(event, 'Enter');
        } else if (inList && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            this.take(event, event.key === 'ArrowDown' ? 'j' : 'k');
        } else if (event.key === 'Enter' && this.searches(path)) {
            // What was typed goes to the server first, by the field's own means.
            setTimeout(() => this.leaveSearch());
        } else if (event.key === 'Escape' && this.leaves(path, event)) {
            event.preventDefault();
            event.stopImmediatePropagation();
            this.row();
        }
    }

    private searches(path: EventTarget[]): boolean {
        const search = this.inbox('.first-filters vaadin-text-field');
        return !!search && path.includes(search);
    }

    private leaveSearch() {
        (focused() as HTMLElement | null)?.blur();
        this.row();
    }

    /** From the task, or from a search for nothing; never from a list that hangs open. */
    private leaves(path: EventTarget[], event: KeyboardEvent): boolean {
        const pane = this.inbox('.task-pane');
        const search = this.inbox('.first-filters');
        const open = path.some((each) => (each as { opened?: boolean }).opened === true);
        if (open) {
            return false;
        }
        const empty = takesText(event) && (path[0] as HTMLInputElement).value === '';
        return (!!pane && path.includes(pane)) || (!!search && path.includes(search) && empty);
    }

    /** The same as another key would. */
    private take(event: KeyboardEvent, key: string) {
        event.preventDefault();
        event.stopImmediatePropagation();
        window.dispatchEvent(new KeyboardEvent('keydown', { key, repeat: event.repeat }));
    }

    /**
     * Rows are redrawn in place: the focus moves along with the open task when others come before it, and to its row
     * from what had it instead.
     */
    private watch() {
        const items = this.list()?.shadowRoot?.querySelector('#items');
        if (items && items !== this.watched) {
            this.watched = items;
            this.redrawn.disconnect();
            this.redrawn.observe(items, { subtree: true, attributeFilter: ['part'] });
        }
    }

    private stay() {
        const at = focused();
        const open = this.target(false);
        const inAnotherRow =
            at?.matches('td') && this.watched?.contains(at) && at.parentElement !== open?.parentElement;
        if (open && (inAnotherRow || (at !== null && at === this.instead))) {
            this.instead = null;
            open.focus({ preventScroll: true });
        }
    }

    /**
     * What was in focus has gone: the row has it then. A browser leaves the focus on what is hidden until the page is
     * drawn the next time, and no mutation tells of that.
     */
    private keep() {
        this.looking ||= requestAnimationFrame(() => {
            this.looking = 0;
            const lost = nothingFocused() || !shown(focused());
            if (lost && this.last !== null && !shown(this.last) && !dialogOpen()) {
                this.row();
            }
        });
    }

    private target(orElse: boolean): HTMLElement | null {
        const list = this.list();
        if (list && shown(list)) {
            const rows = [...list.shadowRoot!.querySelectorAll('#items tr:not([hidden])')];
            const open = rows.find((each) => each.querySelector('td[part~="open"]'));
            const row = open ?? (this.parentElement?.classList.contains('task-open') ? undefined : rows[0]);
            const cell = row?.querySelector<HTMLElement>('td:nth-child(2)');
            if (cell) {
                return cell;
            }
        }
        if (!orElse) {
            return null;
        }
        const open = this.parentElement?.classList.contains('task-open');
        const instead = open ? ['.task-pane'] : ['.empty-inbox', '.task-list', '.task-pane'];
        return instead.map((each) => this.inbox(each)).find(shown) ?? null;
    }

    private list(): Element | null {
        return this.inbox('.task-list vaadin-grid');
    }

    private inbox(part: string): HTMLElement | null {
        return this.parentElement?.querySelector(part) ?? null;
    }
}

customElements.define('lr-task-focus', TaskFocus);
