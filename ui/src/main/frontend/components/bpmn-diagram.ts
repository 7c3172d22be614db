import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

type Canvas = {
    zoom(to?: 'fit-viewport' | number, center?: 'auto'): number;
    addMarker(id: string, marker: string): void;
    removeMarker(id: string, marker: string): void;
    resized(): void;
    viewbox(box: Box): void;
};
type Box = { x: number; y: number; width: number; height: number };
type Registry = { get(id: string): ({ id: string } & Box) | undefined };
type Viewer = {
    get(name: 'canvas'): Canvas;
    get(name: 'elementRegistry'): Registry;
    get(name: 'eventBus'): { on(event: string, call: (event: { element: { id: string } }) => void): void };
    importXML(xml: string): Promise<unknown>;
    destroy(): void;
};

/** What a lead's way looks like on a model. */
type Path = { walked: string[]; flows: string[]; here: string[]; chosen: string | null };

/** Small enough to see what is around, large enough to read. */
const READABLE = 0.8;

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

    set xml(xml: string) {
        this.source = xml ?? '';
        void this.draw();
    }

    set path(path: Path) {
        this.way = path ?? NOTHING;
        this.mark();
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
        }) as unknown as Viewer;
        this.viewer = viewer;
        this.marked = [];
        this.fitted = false;
        await viewer.importXML(xml);
        if (this.viewer !== viewer) {
            return;
        }
        viewer
            .get('eventBus')
            .on('element.click', (event) =>
                this.dispatchEvent(new CustomEvent('element-chosen', { detail: { id: event.element.id } })),
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
            this.goToToken(canvas);
        }
    }

    /** A wide model is shown where the token is, not as a whole that nobody can read. */
    private goToToken(canvas: Canvas) {
        const here = this.way.here.map((id) => this.viewer!.get('elementRegistry').get(id)).find((each) => each);
        if (this.whole || !here || canvas.zoom() >= READABLE) {
            return;
        }
        const width = this.clientWidth / READABLE;
        const height = this.clientHeight / READABLE;
        canvas.viewbox({
            x: here.x + here.width / 2 - width / 2,
            y: here.y + here.height / 2 - height / 2,
            width,
            height,
        });
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
    }
}

customElements.define('lr-bpmn-diagram', BpmnDiagram);
