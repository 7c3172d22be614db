import { type Count, putCounts } from './diagram-counts';
import { withRoomForLabels } from './diagram-labels';
import { type Mark, putMarks } from './diagram-marks';
import { NO_PATH, type Path, pathBox, pathMarkers, putNumbers } from './diagram-path';
import {
    type Box,
    type Canvas,
    READABLE,
    type Viewer,
    center,
    chosenBy,
    isSeen,
    newViewer,
    zoomBy,
} from './diagram-viewer';

/** Below this, nobody reads the labels of a path that is shown as a whole. */
const LEGIBLE = 0.75;

/** Larger than this, a short path looks like a poster. */
const LARGEST = 1.4;

/** Shows a model with the path that was walked and where the token is; a click on an element chooses it. */
class BpmnDiagram extends HTMLElement {
    private source = '';
    private way: Path = NO_PATH;
    private marked: Array<[string, string]> = [];
    private standing: Count[] = [];
    private said: Mark[] = [];
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
        this.way = { ...NO_PATH, ...path };
        this.mark();
    }

    set counts(counts: Count[]) {
        this.standing = counts ?? [];
        this.mark();
    }

    set marks(marks: Mark[]) {
        this.said = marks ?? [];
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
        zoomBy(this.viewer?.get('canvas'), factor);
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
        const viewer = await newViewer(this);
        if (!this.isConnected || xml !== this.source) {
            viewer.destroy();
            return;
        }
        this.viewer?.destroy();
        this.viewer = viewer;
        this.marked = [];
        this.fitted = false;
        await viewer.importXML(withRoomForLabels(xml));
        if (this.viewer !== viewer) {
            return;
        }
        viewer.get('eventBus').on('element.click', (event) => this.chose(chosenBy(event.element)));
        this.fit();
        this.mark();
        this.setAttribute('drawn', '');
    }

    private chose(id: string) {
        this.dispatchEvent(new CustomEvent('element-chosen', { detail: { id } }));
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

    private pathBox(): Box | undefined {
        const registry = this.viewer?.get('elementRegistry');
        return registry && pathBox(this.way, registry);
    }

    private zoomFor(box: Box): number {
        return Math.min(this.clientWidth / box.width, this.clientHeight / box.height);
    }

    private show(box: Box, largest: number) {
        this.center(box, Math.min(largest, this.zoomFor(box)));
    }

    private center(box: Box, zoom: number) {
        if (this.viewer) {
            center(this.viewer.get('canvas'), this, box, zoom);
        }
    }

    /** A wide model is shown where the token is, not as a whole that nobody can read. */
    private goToToken(canvas: Canvas) {
        const last = this.way.numbers?.at(-1)?.id;
        const here = [...this.way.here, ...(last ? [last] : []), ...this.busiest()]
            .map((id) => this.viewer!.get('elementRegistry').get(id))
            .find((each) => each);
        if (here && canvas.zoom() < (this.standing.length > 0 ? LEGIBLE : READABLE)) {
            this.center(here, this.standing.length > 0 ? LEGIBLE : READABLE);
        }
    }

    /** The element where the most stand, as far as they are counted. */
    private busiest(): string[] {
        const leads = (each: Count) => Number(each.leads.replace(/\D/g, ''));
        return [...this.standing].sort((one, other) => leads(other) - leads(one)).map((each) => each.id);
    }

    private mark() {
        const viewer = this.viewer;
        if (!viewer || !viewer.get('elementRegistry')) {
            return;
        }
        const canvas = viewer.get('canvas');
        const registry = viewer.get('elementRegistry');
        const overlays = viewer.get('overlays');
        this.marked.forEach(([id, marker]) => registry.get(id) && canvas.removeMarker(id, marker));
        this.marked = pathMarkers(this.way, registry);
        this.marked.forEach(([id, marker]) => canvas.addMarker(id, marker));
        putNumbers(this.way, overlays, registry);
        putCounts(
            overlays,
            (id) => registry.get(id) !== undefined,
            this.standing,
            (id) => this.chose(id),
            (id) => this.reach(id),
        );
        putMarks(overlays, registry, this.said);
    }

    /** Whoever tabs to what is out of sight sees it, as large as the rest; the browser's own scrolling is undone. */
    private reach(id: string) {
        requestAnimationFrame(() => [this, ...this.querySelectorAll('div')].forEach((each) => each.scrollTo(0, 0)));
        const canvas = this.viewer?.get('canvas');
        const element = this.viewer?.get('elementRegistry').get(id);
        if (canvas && element && !isSeen(canvas, element)) {
            this.center(element, canvas.zoom());
        }
    }
}

customElements.define('lr-bpmn-diagram', BpmnDiagram);
