/** What stands at an element: a text that is empty is not shown. */
export type Count = { id: string; leads: string; late: string; failed: string; said: string };

type Overlays = {
    add(id: string, kind: string, overlay: object): void;
    remove(filter: { type: string }): void;
};

const COUNTS = 'lr-count';

/** Puts a button at each element that says what stands there; pressing it, with Enter too, chooses the element. */
export function putCounts(
    overlays: Overlays,
    drawn: (id: string) => boolean,
    counts: Count[],
    choose: (id: string) => void,
    reach: (id: string) => void,
) {
    overlays.remove({ type: COUNTS });
    counts
        .filter((each) => drawn(each.id))
        .forEach((each) => {
            const button = document.createElement('button');
            button.type = 'button';
            button.className = COUNTS;
            button.title = each.said;
            button.setAttribute('aria-label', each.said);
            button.append(
                ...(['leads', 'late', 'failed'] as const)
                    .filter((kind) => each[kind] !== '')
                    .map((kind) => {
                        const part = document.createElement('span');
                        part.className = `lr-count-${kind}`;
                        part.textContent = each[kind];
                        return part;
                    }),
            );
            button.addEventListener('click', () => choose(each.id));
            button.addEventListener('focus', () => button.matches(':focus-visible') && reach(each.id));
            overlays.add(each.id, COUNTS, {
                position: { top: -12, right: 14 },
                scale: { min: 0.8, max: 1.2 },
                html: button,
            });
        });
}
