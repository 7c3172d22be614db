/** What is said of an element: a sign at its corner in one of the looks, and words on hover. */
export type Mark = { id: string; look: string; text: string; title: string };

type Registry = {
    get(id: string): object | undefined;
    getGraphics(id: string): SVGElement | undefined;
};
type Overlays = {
    add(id: string, kind: string, overlay: object): void;
    remove(filter: { type: string }): void;
};

const MARKS = 'lr-mark';

/** Puts a sign at each element that is drawn, at the right: the numbers of a path stand at the left. */
export function putMarks(overlays: Overlays, registry: Registry, marks: Mark[]) {
    overlays.remove({ type: MARKS });
    marks
        .filter((each) => registry.get(each.id))
        .forEach((each) => {
            const sign = document.createElement('span');
            sign.className = `lr-mark lr-mark-${each.look}`;
            sign.textContent = each.text;
            sign.title = each.title;
            overlays.add(each.id, MARKS, {
                position: { top: -12, right: 12 },
                scale: { min: 0.85, max: 1.2 },
                html: sign,
            });
            titled(registry.getGraphics(each.id), each.title);
        });
}

/** Words on hover over what is drawn. */
export function titled(drawn: SVGElement | undefined, words: string) {
    drawn?.querySelector(':scope > title')?.remove();
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent = words;
    drawn?.prepend(title);
}
