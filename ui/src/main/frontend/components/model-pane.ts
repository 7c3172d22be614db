import { withNames, withRoomForLabels } from './diagram-labels';
import { titled } from './diagram-marks';
import { type Box, type Viewer, boxOf, newViewer } from './diagram-viewer';

/** What happened to an element, with the sign that says so beside the colour. */
type Mark = { id: string; kind: 'added' | 'removed' | 'changed'; sign: string; title: string };

export type Side = { xml: string; label: string; names: Record<string, string>; marks: Mark[] };

/** One of the two models with its mark of bpmn.io, and what it shows. */
export class Pane {
    readonly frame = document.createElement('div');
    readonly canvas = document.createElement('div');
    viewer?: Viewer;

    constructor(
        readonly side: Side,
        kind: string,
    ) {
        this.frame.className = `lr-pane lr-${kind}`;
        const label = document.createElement('div');
        label.className = 'lr-pane-label';
        label.textContent = side.label;
        this.canvas.className = 'lr-pane-canvas';
        this.canvas.tabIndex = 0;
        this.canvas.setAttribute('role', 'group');
        this.canvas.setAttribute('aria-label', side.label);
        this.frame.append(label, this.canvas);
    }

    /** Draws it and marks what changed; says whether it is still wanted. */
    async draw(): Promise<void> {
        const viewer = await newViewer(this.canvas);
        await viewer.importXML(withNames(withRoomForLabels(this.side.xml), this.side.names));
        this.viewer = viewer;
        this.canvas.querySelector('svg')?.setAttribute('tabindex', '-1'); // the canvas around it takes the focus
        this.side.marks.forEach((each) => this.mark(viewer, each));
    }

    private mark(viewer: Viewer, mark: Mark) {
        const element = viewer.get('elementRegistry').get(mark.id);
        if (!element) {
            return;
        }
        viewer.get('canvas').addMarker(mark.id, `lr-${mark.kind}`);
        const badge = document.createElement('span');
        badge.className = `lr-sign lr-sign-${mark.kind}`;
        badge.textContent = mark.sign;
        badge.title = mark.title;
        const corner = boxOf([element]) as Box;
        const middle = element.waypoints?.[Math.floor((element.waypoints.length - 1) / 2)];
        const first = element.waypoints?.[0];
        viewer.get('overlays').add(mark.id, 'lr-sign', {
            position:
                middle && first
                    ? { top: middle.y - corner.y - 8, left: middle.x - corner.x + 4 }
                    : { top: -10, right: 10 },
            scale: { min: 0.85, max: 1.2 },
            html: badge,
        });
        titled(viewer.get('elementRegistry').getGraphics(mark.id), mark.title);
    }

    choose(id: string | null, before: string | null) {
        const canvas = this.viewer?.get('canvas');
        const registry = this.viewer?.get('elementRegistry');
        if (before && registry?.get(before)) {
            canvas?.removeMarker(before, 'lr-chosen');
        }
        if (id && registry?.get(id)) {
            canvas?.addMarker(id, 'lr-chosen');
        }
    }

    /** Where an element lies; undefined when it is not on this one. */
    box(id: string): Box | undefined {
        const element = this.viewer?.get('elementRegistry').get(id);
        return element && boxOf([element]);
    }
}
