/** What of dmn-js is used here; it brings no types of its own. */
declare module 'dmn-js-shared/lib/base/EditingManager' {
    export default class EditingManager {
        constructor(options: object);
        _getViewProviders(): object[];
        importXML(xml: string): Promise<unknown>;
        saveXML(options: { format: boolean }): Promise<{ xml: string }>;
        getActiveViewer(): unknown;
        destroy(): void;
    }
}

declare module 'dmn-js-decision-table/lib/Editor' {
    const Editor: unknown;
    export default Editor;
}

declare module 'dmn-js-decision-table/lib/Viewer' {
    const Viewer: unknown;
    export default Viewer;
}
