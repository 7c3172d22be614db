import { focused, shown } from './focus';

const CHOICES = 'vaadin-radio-group.choices';

/**
 * Presses the choice of that number: in the field that has the focus if its choices are numbered, or else among the
 * outcomes of the open task. Says `again` for one that is chosen already, and nothing where there is none.
 */
export function pressChoice(number: number): 'chosen' | 'again' | undefined {
    const form = [...document.querySelectorAll('.task-form')].find(shown);
    if (!form || form.classList.contains('closed')) {
        return undefined;
    }
    const within = focused()?.closest(CHOICES);
    const group = within && form.contains(within) ? within : form.querySelector(CHOICES + '.outcomes');
    if (!group || !shown(group)) {
        // A single outcome is not asked for; the button that completes says it.
        return number === 1 ? 'again' : undefined;
    }
    const input = group.querySelectorAll<HTMLInputElement>('vaadin-radio-button > input')[number - 1];
    if (!input || input.disabled) {
        return undefined;
    }
    if (input.checked) {
        return 'again';
    }
    input.click();
    if (group === within) {
        input.focus();
    }
    return 'chosen';
}
