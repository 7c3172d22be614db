const STEP = 2;

/** A bar between two panes that is dragged or moved by key; the element around it gets `--split-share`, 0 to 1. */
class Splitter extends HTMLElement {
    private at = 50;
    private dragging = false;

    least = 20;
    most = 80;

    set share(percent: number) {
        this.at = percent;
        this.show();
    }

    connectedCallback() {
        this.tabIndex = 0;
        this.setAttribute('role', 'separator');
        this.setAttribute('aria-orientation', 'vertical');
        this.addEventListener('pointerdown', this.grab);
        this.addEventListener('pointermove', this.drag);
        this.addEventListener('pointerup', this.drop);
        this.addEventListener('pointercancel', this.drop);
        this.addEventListener('keydown', this.key);
        this.show();
    }

    disconnectedCallback() {
        this.removeEventListener('pointerdown', this.grab);
        this.removeEventListener('pointermove', this.drag);
        this.removeEventListener('pointerup', this.drop);
        this.removeEventListener('pointercancel', this.drop);
        this.removeEventListener('keydown', this.key);
    }

    private readonly grab = (event: PointerEvent) => {
        if (event.button === 0) {
            this.dragging = true;
            this.setPointerCapture(event.pointerId);
            event.preventDefault();
            this.focus();
        }
    };

    private readonly drag = (event: PointerEvent) => {
        const first = this.previousElementSibling?.getBoundingClientRect();
        const second = this.nextElementSibling?.getBoundingClientRect();
        if (!this.dragging || !first || !second) {
            return;
        }
        this.move((100 * (event.clientX - first.left)) / (second.right - first.left));
    };

    private readonly drop = () => {
        if (this.dragging) {
            this.dragging = false;
            this.tell();
        }
    };

    private readonly key = (event: KeyboardEvent) => {
        const steps: Record<string, number> = { ArrowLeft: -STEP, ArrowRight: STEP };
        const step = steps[event.key];
        if (step) {
            event.preventDefault();
            this.move(this.at + step);
            this.tell();
        }
    };

    private move(percent: number) {
        this.at = Math.round(Math.min(this.most, Math.max(this.least, percent)));
        this.show();
    }

    private show() {
        this.parentElement?.style.setProperty('--split-share', String(this.at / 100));
        this.setAttribute('aria-valuenow', String(this.at));
        this.setAttribute('aria-valuemin', String(this.least));
        this.setAttribute('aria-valuemax', String(this.most));
    }

    private tell() {
        this.dispatchEvent(new CustomEvent('split-moved', { detail: { share: this.at } }));
    }
}

customElements.define('lr-splitter', Splitter);
