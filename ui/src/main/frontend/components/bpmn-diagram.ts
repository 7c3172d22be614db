import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { withRoomForLabels } from './diagram-labels';

type Canvas = {
    zoom(to?: 'fit-viewport' | number, center?: 'auto'): number;
    addMarker(id: string, marker: string): void;
    removeMarker(id: string, marker: string): void;
    resized(): void;
    viewbox(box: Box): void;
};
type Box = { x: number; y: number; width: number; height: number };
type Point = { x: number; y: number };
type Element = { id: string; type?: string; waypoints?: Point[] } & Box;
type Registry = { get(id: string): Element | undefined; getGraphics(id: string): SVGElement | undefined };
type Overlays = {
    add(id: string, kind: string, overlay: object): void;
    remove(filter: { type: string }): void;
};
type Viewer = {
    get(name: 'canvas'): Canvas;
    get(name: 'elementRegistry'): Registry;
    get(name: 'overlays'): Overlays;
    get(name: 'eventBus'): { on(event: string, call: (event: { element: Element }) => void): void };
    importXML(xml: string): Promise<unknown>;
    destroy(): void;
};

/** Numbers of an element in the order of visiting, with their times. */
type Visits = { id: string; text: string; title: string };

/** What a lead's way looks like on a model. */
type Path = { walked: string[]; flows: string[]; here: string[]; chosen: string | null; numbers?: Visits[] };

/** Small enough to see what is around, large enough to read. */
const READABLE = 1;

/** Below this, nobody reads the labels of a path that is shown as a whole. */
const LEGIBLE = 0.75;

/** Larger than this, a short path looks like a poster. */
const LARGEST = 1.4;

/** Around what is shown, in the units of the model. */
const MARGIN = 50;

/** What stands around the elements rather than among them: a click on it chooses nothing. */
const AROUND = ['bpmn:Process', 'bpmn:Collaboration', 'bpmn:Participant', 'bpmn:Lane'];

const NUMBERS = 'lr-number';

const NOTHING: Path = { walked: [], flows: [], here: [], chosen: null };

/** Shows a model with the path that was walked and where the token is; a click on an element chooses it. */
class BpmnDiagram extends HTMLElement {
    private source = '';
    private way: Path = NOTHING;
    private marked: Array<[string, string]> = [];
    private viewer?: Viewer;
    private drawn = '';
    private readonly observer = new ResizeObserver(() => this.fit());
    private fitted = false;
    private whole = false;
    private first: 'token' | 'path' = 'token';
    private wanted?: string;

    set xml(xml: string) {
        this.source = xml ?? '';
        void this.draw();
    }

    set path(path: Path) {
        this.way = path ?? NOTHING;
        this.mark();
    }

    set begin(first: 'token' | 'path') {
        this.first = first;
    }

    connectedCallback() {
        this.observer.observe(this);
        void this.draw();
    }

    disconnectedCallback() {
        this.observer.disconnect();
        this.viewer?.destroy();
        this.viewer = undefined;
        this.drawn = '';
        this.fitted = false;
    }

    zoomBy(factor: number) {
        const canvas = this.viewer?.get('canvas');
        canvas?.zoom(Math.max(0.2, Math.min(4, canvas.zoom() * factor)), 'auto');
    }

    fitAll() {
        this.whole = true;
        this.fitted = false;
        this.fit();
    }

    /** The whole of the path, whatever its size. */
    fitPath() {
        const box = this.pathBox();
        if (box) {
            this.show(box, LARGEST);
        }
    }

    /** Brings an element into sight, as soon as there is one. */
    goTo(id: string) {
        const element = this.viewer?.get('elementRegistry')?.get(id);
        if (element && this.fitted) {
            this.wanted = undefined;
            this.center(element, Math.max(READABLE, this.viewer!.get('canvas').zoom()));
        } else {
            this.wanted = id;
        }
    }

    private async draw() {
        if (!this.isConnected || !this.source || this.source === this.drawn) {
            return;
        }
        const xml = this.source;
        this.drawn = xml;
        const { default: NavigatedViewer } = await import('bpmn-js/lib/NavigatedViewer');
        if (!this.isConnected || xml !== this.source) {
            return;
        }
        this.viewer?.destroy();
        const viewer = new NavigatedViewer({
            container: this,
            bpmnRenderer: {
                defaultFillColor: 'var(--lr-diagram-fill)',
                defaultStrokeColor: 'var(--lr-diagram-line)',
                defaultLabelColor: 'var(--lr-diagram-text)',
            },
            textRenderer: { externalStyle: { fontSize: 12 } },
        }) as unknown as Viewer;
        this.viewer = viewer;
        this.marked = [];
        this.fitted = false;
        await viewer.importXML(withRoomForLabels(xml));
        if (this.viewer !== viewer) {
            return;
        }
        viewer.get('eventBus').on('element.click', (event) =>
            this.dispatchEvent(
                new CustomEvent('element-chosen', {
                    detail: { id: AROUND.includes(event.element.type ?? '') ? '' : event.element.id },
                }),
            ),
        );
        this.fit();
        this.mark();
        this.setAttribute('drawn', '');
    }

    private fit() {
        const canvas = this.viewer?.get('canvas');
        if (!canvas || this.clientWidth === 0 || this.clientHeight === 0) {
            return;
        }
        canvas.resized();
        if (!this.fitted) {
            canvas.zoom('fit-viewport', 'auto');
            this.fitted = true;
            this.begun(canvas);
            if (this.wanted) {
                this.goTo(this.wanted);
            }
        }
    }

    /** The path as a whole where it can be read so, else where the token is. */
    private begun(canvas: Canvas) {
        if (this.whole) {
            return;
        }
        const box = this.first === 'path' ? this.pathBox() : undefined;
        if (box && this.zoomFor(box) >= LEGIBLE) {
            this.show(box, LARGEST);
        } else {
            this.goToToken(canvas);
        }
    }

    /** What the path covers; undefined when nothing of it is on this model. */
    private pathBox(): Box | undefined {
        const registry = this.viewer?.get('elementRegistry');
        const points = [...this.way.walked, ...this.way.flows]
            .map((id) => registry?.get(id))
            .flatMap((each) => {
                if (!each) {
                    return [];
                }
                return (
                    each.waypoints ?? [
                        { x: each.x, y: each.y },
                        { x: each.x + each.width, y: each.y + each.height },
                    ]
                );
            });
        if (points.length === 0) {
            return undefined;
        }
        const xs = points.map((each) => each.x);
        const ys = points.map((each) => each.y);
        const x = Math.min(...xs) - MARGIN;
        const y = Math.min(...ys) - MARGIN;
        return { x, y, width: Math.max(...xs) + MARGIN - x, height: Math.max(...ys) + MARGIN - y };
    }

    private zoomFor(box: Box): number {
        return Math.min(this.clientWidth / box.width, this.clientHeight / box.height);
    }

    private show(box: Box, largest: number) {
        this.center(box, Math.min(largest, this.zoomFor(box)));
    }

    private center(box: Box, zoom: number) {
        const width = this.clientWidth / zoom;
        const height = this.clientHeight / zoom;
        this.viewer?.get('canvas').viewbox({
            x: box.x + box.width / 2 - width / 2,
            y: box.y + box.height / 2 - height / 2,
            width,
            height,
        });
    }

    /** A wide model is shown where the token is, not as a whole that nobody can read. */
    private goToToken(canvas: Canvas) {
        const last = this.way.numbers?.at(-1)?.id;
        const here = [...this.way.here, ...(last ? [last] : [])]
            .map((id) => this.viewer!.get('elementRegistry').get(id))
            .find((each) => each);
        if (here && canvas.zoom() < READABLE) {
            this.center(here, READABLE);
        }
    }

    private mark() {
        const viewer = this.viewer;
        if (!viewer || !viewer.get('elementRegistry')) {
            return;
        }
        const canvas = viewer.get('canvas');
        const registry = viewer.get('elementRegistry');
        this.marked.forEach(([id, marker]) => registry.get(id) && canvas.removeMarker(id, marker));
        this.marked = [];
        const put = (id: string, marker: string) => {
            if (registry.get(id)) {
                canvas.addMarker(id, marker);
                this.marked.push([id, marker]);
            }
        };
        this.way.walked.forEach((id) => put(id, 'lr-walked'));
        this.way.flows.forEach((id) => put(id, 'lr-walked'));
        this.way.here.forEach((id) => put(id, 'lr-here'));
        if (this.way.chosen) {
            put(this.way.chosen, 'lr-chosen');
        }
        this.number(viewer);
    }

    /** In the order of visiting; the times on hover, over the number and over the element. */
    private number(viewer: Viewer) {
        const overlays = viewer.get('overlays');
        const registry = viewer.get('elementRegistry');
        overlays.remove({ type: NUMBERS });
        (this.way.numbers ?? [])
            .filter((each) => registry.get(each.id))
            .forEach((each) => {
                const badge = document.createElement('span');
                badge.className = 'lr-number';
                badge.textContent = each.text;
                badge.title = each.title;
                overlays.add(each.id, NUMBERS, {
                    position: { top: -12, left: -8 },
                    scale: { min: 0.85, max: 1.2 },
                    html: badge,
                });
                const drawn = registry.getGraphics(each.id);
                drawn?.querySelector(':scope > title')?.remove();
                const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
                title.textContent = each.title;
                drawn?.prepend(title);
            });
    }
}

customElements.define('lr-bpmn-diagram', BpmnDiagram);
