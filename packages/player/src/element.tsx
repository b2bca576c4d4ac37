/** `<orrery-player model="themelios/scheduler">`: a simulation as an element of any page, in a shadow root. */
import { render } from 'preact';
import type { Level } from '../../../src/components/simulation/PlayerParts.tsx';
import type { StepDetail, VerdictDetail } from './detail.ts';
import { sheetsWith } from './sheets.ts';
import { Shown, type Asked } from './Shown.tsx';
import { stepDetail, verdictDetail } from './told.ts';
import { workerModes } from './workers.ts';

const attributes = ['model', 'scenario', 'level', 'compact', 'worker'] as const;

const levels: readonly Level[] = [1, 2, 3];
const USUAL_LEVEL = 2;

let base = '';

/** `script` is the address of the package's script: models and workers lie beside it. */
export function defineElement(script: string): void {
  if (customElements.get('orrery-player')) return; // a second copy of the package leaves the element to the first
  base = script;
  customElements.define('orrery-player', OrreryPlayer);
}

/**
 * Attributes: `model`; `scenario`, the first one of the model without it; `level` of its heading, 1 to 3; `compact`; `worker`, `own`, `blob` or `none`.
 * It tells `orrery-step` and `orrery-verdict`. One that is put elsewhere in the same turn keeps its run; one that is taken out begins anew.
 */
export class OrreryPlayer extends HTMLElement {
  static readonly observedAttributes: readonly string[] = attributes;

  private readonly root = this.attachShadow({ mode: 'open' });
  private isShown = false;

  connectedCallback(): void {
    this.isShown = true;
    this.draw();
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.isShown = false;
      render(null, this.root);
    });
  }

  attributeChangedCallback(): void {
    if (this.isShown) this.draw();
  }

  private draw(): void {
    const asked = this.asked();
    render(<Shown key={asked.model} asked={asked} host={this} base={base} heard={this.heard} dress={this.dress} />, this.root);
  }

  private asked(): Asked {
    const level = Number(this.getAttribute('level'));
    const worker = this.getAttribute('worker');
    return {
      model: this.getAttribute('model')?.trim() ?? '',
      scenario: this.getAttribute('scenario')?.trim() || undefined,
      level: levels.find((it) => it === level) ?? USUAL_LEVEL,
      compact: this.hasAttribute('compact'),
      worker: workerModes.find((it) => it === worker) ?? 'own',
    };
  }

  private readonly dress = (style: string): void => {
    this.root.adoptedStyleSheets = sheetsWith(style);
  };

  private readonly heard = {
    moment: (session: Parameters<typeof stepDetail>[0]) => this.tell('orrery-step', stepDetail(session)),
    verdict: (...found: Parameters<typeof verdictDetail>) => this.tell('orrery-verdict', verdictDetail(...found)),
  };

  private tell(name: string, detail: StepDetail | VerdictDetail): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
