import { titled } from './diagram-marks';
import { type Box, type Overlays, type Registry, boxOf } from './diagram-viewer';

/** Numbers of an element in the order of visiting, with their times. */
type Visits = { id: string; text: string; title: string };

/** What a lead's way looks like on a model. */
export type Path = { walked: string[]; flows: string[]; here: string[]; chosen: string | null; numbers?: Visits[] };

export const NO_PATH: Path = { walked: [], flows: [], here: [], chosen: null };

/** Around what is shown, in the units of the model. */
const MARGIN = 50;

const NUMBERS = 'lr-number';

/** What the path covers; undefined when nothing of it is on this model. */
export function pathBox(path: Path, registry: Registry): Box | undefined {
    const box = boxOf([...path.walked, ...path.flows].flatMap((id) => registry.get(id) ?? []));
    return (
        box && {
            x: box.x - MARGIN,
            y: box.y - MARGIN,
            width: box.width + 2 * MARGIN,
            height: box.height + 2 * MARGIN,
        }
    );
}

/** The markers of the path, by the elements that are drawn. */
export function pathMarkers(path: Path, registry: Registry): Array<[string, string]> {
    const markers: Array<[string, string]> = [
        ...[...path.walked, ...path.flows].map((id): [string, string] => [id, 'lr-walked']),
        ...path.here.map((id): [string, string] => [id, 'lr-here']),
    ];
    if (path.chosen) {
        markers.push([path.chosen, 'lr-chosen']);
    }
    return markers.filter(([id]) => registry.get(id));
}

/** In the order of visiting; the times on hover, over the number and over the element. */
export function putNumbers(path: Path, overlays: Overlays, registry: Registry) {
    overlays.remove({ type: NUMBERS });
    (path.numbers ?? [])
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
            titled(registry.getGraphics(each.id), each.title);
        });
}
