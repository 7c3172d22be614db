const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** Where labels are narrower than this, words of another language than the drawn one break within. */
const LEAST_WIDTH = 90;

/** A model in BPMN XML with the labels beside its elements and flows wide enough for whole words, where they stood. */
export function withRoomForLabels(xml: string): string {
    const model = new DOMParser().parseFromString(xml, 'application/xml');
    for (const label of model.getElementsByTagNameNS('*', 'BPMNLabel')) {
        for (const bounds of label.getElementsByTagNameNS('*', 'Bounds')) {
            const width = Number(bounds.getAttribute('width'));
            if (width < LEAST_WIDTH) {
                bounds.setAttribute('x', `${Number(bounds.getAttribute('x')) - (LEAST_WIDTH - width) / 2}`);
                bounds.setAttribute('width', `${LEAST_WIDTH}`);
            }
        }
    }
    return new XMLSerializer().serializeToString(model);
}

/** A model in BPMN XML with the names of another language, by the ids of its elements. */
export function withNames(xml: string, names: Record<string, string>): string {
    if (Object.keys(names).length === 0) {
        return xml;
    }
    const model = new DOMParser().parseFromString(xml, 'application/xml');
    for (const element of model.querySelectorAll('[id]')) {
        const name = names[element.getAttribute('id') ?? ''];
        if (name && element.namespaceURI === BPMN) {
            element.setAttribute('name', name);
        }
    }
    return new XMLSerializer().serializeToString(model);
}
