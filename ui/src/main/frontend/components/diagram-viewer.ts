import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

export type Box = { x: number; y: number; width: number; height: number };
export type Point = { x: number; y: number };
/** What is seen of a model, and how large. */
export type Seen = Box & { scale: number };
export type Element = { id: string; type?: string; parent?: Element; waypoints?: Point[] } & Box;
export type Canvas = {
    zoom(to?: 'fit-viewport' | number, center?: 'auto'): number;
    scroll(by: { dx: number; dy: number }): void;
    addMarker(id: string, marker: string): void;
    removeMarker(id: string, marker: string): void;
    resized(): void;
    viewbox(): Seen;
    viewbox(box: Box): void;
};
export type Registry = { get(id: string): Element | undefined; getGraphics(id: string): SVGElement | undefined };
export type Overlays = {
    add(id: string, kind: string, overlay: object): void;
    remove(filter: { type: string }): void;
};
export type Viewer = {
    get(name: 'canvas'): Canvas;
    get(name: 'elementRegistry'): Registry;
    get(name: 'overlays'): Overlays;
    get(name: 'eventBus'): { on(event: string, call: (event: { element: Element; viewbox: Seen }) => void): void };
    importXML(xml: string): Promise<unknown>;
    destroy(): void;
};

/** Small enough to see what is around, large enough to read. */
export const READABLE = 1;

const LEAST_ZOOM = 0.2;
const MOST_ZOOM = 4;

/** What stands around the elements rather than among them: a click on it chooses nothing. */
const AROUND = ['bpmn:Process', 'bpmn:Collaboration', 'bpmn:Participant', 'bpmn:Lane'];

/** bpmn-js in the colours of the theme; it is loaded when the first model is shown. */
export async function newViewer(container: HTMLElement): Promise<Viewer> {
    const { default: NavigatedViewer } = await import('bpmn-js/lib/NavigatedViewer');
    return new NavigatedViewer({
        container,
        bpmnRenderer: {
            defaultFillColor: 'var(--lr-diagram-fill)',
            defaultStrokeColor: 'var(--lr-diagram-line)',
            defaultLabelColor: 'var(--lr-diagram-text)',
        },
        textRenderer: { externalStyle: { fontSize: 12 } },
    }) as unknown as Viewer;
}

/** The id of the element that was clicked on; empty beside all of them. */
export function chosenBy(element: Element): string {
    return AROUND.includes(element.type ?? '') || !element.parent ? '' : element.id;
}

export function zoomBy(canvas: Canvas | undefined, factor: number) {
    canvas?.zoom(Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, canvas.zoom() * factor)), 'auto');
}

/** What elements and flows cover together; undefined for none. */
export function boxOf(elements: Element[]): Box | undefined {
    const corners = elements.flatMap(
        (each) =>
            each.waypoints ?? [
                { x: each.x, y: each.y },
                { x: each.x + each.width, y: each.y + each.height },
            ],
    );
    if (corners.length === 0) {
        return undefined;
    }
    const xs = corners.map((each) => each.x);
    const ys = corners.map((each) => each.y);
    const x = Math.min(...xs);
    const y = Math.min(...ys);
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Shows this place in the middle. */
export function center(canvas: Canvas, window: HTMLElement, box: Box, zoom: number) {
    const width = window.clientWidth / zoom;
    const height = window.clientHeight / zoom;
    canvas.viewbox({
        x: box.x + box.width / 2 - width / 2,
        y: box.y + box.height / 2 - height / 2,
        width,
        height,
    });
}

/** Whether all of this place is seen. */
export function isSeen(canvas: Canvas, box: Box): boolean {
    const seen = canvas.viewbox();
    return (
        box.x >= seen.x &&
        box.y >= seen.y &&
        box.x + box.width <= seen.x + seen.width &&
        box.y + box.height <= seen.y + seen.height
    );
}
