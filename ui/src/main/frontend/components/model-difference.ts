import { type Box, READABLE, type Seen, type Viewer, center, chosenBy, zoomBy } from './diagram-viewer';
import { Pane, type Side } from './model-pane';

/** The two models; one of them may be missing. */
type Pair = { before: Side | null; after: Side | null };

const STEP = 60;
const LARGER = 1.25;
const TOLERANCE = 0.5;

/** Keys that look around, wherever on the two models the focus is. */
const KEYS: Record<string, (difference: ModelDifference) => void> = {
    ArrowLeft: (each) => each.moveBy(STEP, 0),
    ArrowRight: (each) => each.moveBy(-STEP, 0),
    ArrowUp: (each) => each.moveBy(0, STEP),
    ArrowDown: (each) => each.moveBy(0, -STEP),
    '+': (each) => each.zoomBy(LARGER),
    '-': (each) => each.zoomBy(1 / LARGER),
    '0': (each) => each.fitAll(),
};

/**
 * Two versions of a model side by side (visual diff), which move and zoom in step; what changed is coloured and has a
 * sign. A click on an element chooses it in both.
 */
class ModelDifference extends HTMLElement {
    private wanted: Pair = { before: null, after: null };
    private panes: Pane[] = [];
    private drawing = 0;
    private following = false;
    private fitted = false;
    private chosen: [string | null, string | null] = [null, null];
    private readonly observer = new ResizeObserver(() => this.resized());

    set pair(pair: Pair) {
        this.wanted = pair ?? { before: null, after: null };
        void this.draw();
    }

    connectedCallback() {
        this.observer.observe(this);
        this.addEventListener('keydown', this.pressed);
        void this.draw();
    }

    disconnectedCallback() {
        this.observer.disconnect();
        this.removeEventListener('keydown', this.pressed);
        this.clear();
    }

    zoomBy(factor: number) {
        zoomBy(this.leading()?.get('canvas'), factor);
    }

    moveBy(dx: number, dy: number) {
        this.leading()?.get('canvas').scroll({ dx, dy });
    }

    fitAll() {
        this.leading()?.get('canvas').zoom('fit-viewport', 'auto');
    }

    /** Brings an element into sight in both, by its id before and after. */
    goTo(before: string | null, after: string | null) {
        const ids = this.idsByPane(before, after);
        const was = this.idsByPane(...this.chosen);
        this.panes.forEach((pane, i) => pane.choose(ids[i], was[i]));
        this.chosen = [before, after];
        const at = this.panes.findIndex((pane, i) => ids[i] && pane.box(ids[i] as string));
        if (at >= 0) {
            this.center(this.panes[at], this.panes[at].box(ids[at] as string) as Box);
        }
    }

    private idsByPane(before: string | null, after: string | null): Array<string | null> {
        return this.panes.map((pane) => (pane.side === this.wanted.before ? before : after));
    }

    private center(pane: Pane, box: Box) {
        const canvas = pane.viewer?.get('canvas');
        if (canvas) {
            center(canvas, pane.canvas, box, Math.max(READABLE, canvas.zoom()));
        }
    }

    private leading(): Viewer | undefined {
        const focused = this.panes.find((pane) => pane.canvas.contains(document.activeElement));
        return (focused ?? this.panes.at(-1))?.viewer;
    }

    private readonly pressed = (event: KeyboardEvent) => {
        const act = KEYS[event.key];
        const inside = this.panes.some((pane) => pane.canvas.contains(event.target as Node));
        if (act && inside && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            event.stopPropagation();
            act(this);
        }
    };

    private clear() {
        this.drawing++;
        this.panes.forEach((pane) => pane.viewer?.destroy());
        this.panes = [];
        this.replaceChildren();
        this.fitted = false;
        this.removeAttribute('drawn');
    }

    private async draw() {
        this.clear();
        const turn = this.drawing;
        const { before, after } = this.wanted;
        if (!this.isConnected || (!before && !after)) {
            return;
        }
        const panes = [...(before ? [new Pane(before, 'before')] : []), ...(after ? [new Pane(after, 'after')] : [])];
        this.panes = panes;
        this.replaceChildren(...panes.map((pane) => pane.frame));
        this.toggleAttribute('alone', panes.length === 1);
        await Promise.all(panes.map((pane) => pane.draw()));
        if (turn !== this.drawing) {
            panes.forEach((pane) => pane.viewer?.destroy());
            return;
        }
        panes.forEach((pane) => this.listen(pane));
        this.resized();
        const ids = this.idsByPane(...this.chosen);
        if (ids.some((id) => id)) {
            this.goTo(...this.chosen);
        }
        this.setAttribute('drawn', '');
    }

    private listen(pane: Pane) {
        const bus = pane.viewer?.get('eventBus');
        bus?.on('canvas.viewbox.changed', (event) => this.follow(pane, event.viewbox));
        bus?.on('element.click', (event) => {
            this.dispatchEvent(
                new CustomEvent('element-chosen', {
                    detail: { id: chosenBy(event.element), before: pane.side === this.wanted.before },
                }),
            );
        });
    }

    /** The other one shows the same place at the same size. */
    private follow(moved: Pane, seen: Seen) {
        if (this.following) {
            return;
        }
        this.following = true;
        this.panes
            .filter((pane) => pane !== moved && pane.viewer)
            .forEach((pane) => {
                const canvas = (pane.viewer as Viewer).get('canvas');
                const now = canvas.viewbox();
                const box = {
                    x: seen.x,
                    y: seen.y,
                    width: pane.canvas.clientWidth / seen.scale,
                    height: pane.canvas.clientHeight / seen.scale,
                };
                const apart =
                    Math.abs(now.x - box.x) + Math.abs(now.y - box.y) + Math.abs(now.scale - seen.scale) * 100;
                if (apart > TOLERANCE && box.width > 0) {
                    canvas.viewbox(box);
                }
            });
        this.following = false;
    }

    private resized() {
        if (this.clientWidth === 0 || this.panes.some((pane) => !pane.viewer)) {
            return;
        }
        this.panes.forEach((pane) => pane.viewer?.get('canvas').resized());
        if (!this.fitted && this.panes.length > 0) {
            this.fitted = true;
            this.fitAll();
        }
    }
}

customElements.define('lr-model-difference', ModelDifference);
