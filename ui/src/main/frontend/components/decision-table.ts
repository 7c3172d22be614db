import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import EditingManager from 'dmn-js-shared/lib/base/EditingManager';
import Editor from 'dmn-js-decision-table/lib/Editor';
import Viewer from 'dmn-js-decision-table/lib/Viewer';
import { translator } from './decision-table-words';

type Logic = { $type: string };
type Clause = { $type: string; label?: string; name?: string; inputExpression?: { text?: string } };
type Cell = { id: string; col?: { businessObject: Clause }; businessObject?: { $type: string; text?: string } };
type Bus = { on(event: string, call: (event: { trigger?: string; selection?: Cell }) => void): void };
type Modeling = {
    addCol(attributes: object, index: number): { businessObject: Clause & { inputExpression: object } };
    editInputExpression(expression: object, properties: object): void;
    editInputExpressionTypeRef(expression: object, type: string): void;
    updateProperties(element: object, properties: object): void;
    editCell(cell: object, text: string): void;
};
type CommandStack = {
    register(command: string, handler: { preExecute(fact: Fact): void }): void;
    execute(command: string, fact: Fact): void;
    undo(): void;
    redo(): void;
};
type TableView = {
    get(name: 'eventBus'): Bus;
    get(name: 'modeling'): Modeling;
    get(name: 'commandStack'): CommandStack;
    get(name: 'selection'): { get(): Cell | undefined };
    get(name: 'sheet'): { getRoot(): { businessObject: { input?: unknown[] } } };
};

/** A fact that a column may read. */
export type Fact = { expression: string; label: string; type: string };

/** dmn-js without its drawing of requirements: the files of the product hold one table each. */
abstract class TableManager extends EditingManager {
    abstract component(): unknown;

    _getViewProviders() {
        return [
            {
                id: 'decisionTable',
                constructor: this.component(),
                opens: (element: Logic & { decisionLogic?: Logic }) =>
                    element.$type === 'dmn:Decision' && element.decisionLogic?.$type === 'dmn:DecisionTable',
            },
        ];
    }
}

class ShownTable extends TableManager {
    component() {
        return Viewer;
    }
}

class EditedTable extends TableManager {
    component() {
        return Editor;
    }
}

/**
 * FEEL under a name by which dmn-js does not know it: its cells for "feel" put the caret elsewhere while somebody types,
 * its plain cells do not. The product reads either name.
 */
const PLAIN_FEEL = { options: [{ label: 'FEEL', value: 'FEEL' }], defaults: { editor: 'FEEL' } };

const ADD_INPUT = 'lead-relay.input.add';

/** One table as it is shown or edited. */
export class DecisionTable {
    private constructor(private readonly manager: TableManager) {}

    static async open(
        container: HTMLElement,
        xml: string,
        readOnly: boolean,
        language: string,
    ): Promise<DecisionTable> {
        const Manager = readOnly ? ShownTable : EditedTable;
        const manager = new Manager({
            container,
            decisionTable: {
                additionalModules: [{ translate: ['value', translator(language)] }],
                expressionLanguages: PLAIN_FEEL,
            },
        });
        await manager.importXML(xml);
        const table = new DecisionTable(manager);
        if (!readOnly) {
            table.view.get('commandStack').register(ADD_INPUT, { preExecute: (fact) => table.newInput(fact) });
        }
        return table;
    }

    private get view(): TableView {
        return this.manager.getActiveViewer() as TableView;
    }

    onChange(call: () => void) {
        this.view.get('eventBus').on('commandStack.changed', (event) => event.trigger !== 'clear' && call());
    }

    /** Called with what the column of the chosen cell reads, or gives. */
    onSelect(call: (reads: string) => void) {
        this.view.get('eventBus').on('selection.changed', (event) => {
            const column = event.selection?.col?.businessObject;
            if (column) {
                call(column.inputExpression?.text ?? column.name ?? '');
            }
        });
    }

    async xml(): Promise<string> {
        return (await this.manager.saveXML({ format: true })).xml;
    }

    /** A new condition, behind the others; undone as one step. */
    addInput(fact: Fact) {
        this.view.get('commandStack').execute(ADD_INPUT, fact);
    }

    private newInput(fact: Fact) {
        const modeling = this.view.get('modeling');
        const inputs = this.view.get('sheet').getRoot().businessObject.input?.length ?? 0;
        const column = modeling.addCol({ type: 'dmn:InputClause' }, inputs).businessObject;
        modeling.editInputExpression(column.inputExpression, { text: fact.expression });
        modeling.editInputExpressionTypeRef(column.inputExpression, fact.type);
        modeling.updateProperties(column, { label: fact.label });
    }

    /** Puts a value into the chosen cell: beside the others of a condition, in place of a result. */
    putValue(value: string): boolean {
        const cell = this.view.get('selection').get()?.businessObject;
        if (!cell || !['dmn:UnaryTests', 'dmn:LiteralExpression'].includes(cell.$type)) {
            return false;
        }
        const beside = cell.$type === 'dmn:UnaryTests' && cell.text && cell.text !== '-';
        this.view.get('modeling').editCell(cell, beside ? `${cell.text}, ${value}` : value);
        return true;
    }

    undo() {
        this.view.get('commandStack').undo();
    }

    redo() {
        this.view.get('commandStack').redo();
    }

    destroy() {
        this.manager.destroy();
    }
}
