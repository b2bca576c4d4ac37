/** The plate of a page, on which what the reader wrote takes the place of what stands there, and gives it back. */
import { render } from 'preact';
import type { AnyView } from '../../../drawing/view.ts';
import { whyOf } from '../check.ts';
import { isWide } from '../Loader.tsx';
import { capital } from '../narrate.ts';
import type { EditedMechanism } from '../not-told.ts';
import { Player, type PlayerProps } from '../Player.tsx';
import { open } from '../session.ts';
import { editedView } from './EditedView.tsx';
import type { Subject, SubjectWords } from './subject.ts';
import { FROM_THE_START } from './told-mechanism.ts';

interface Opened {
  /** Why it does not stand in its first scenario. */
  readonly failed: string | undefined;
  readonly show: () => void;
}

export class Plate {
  private readonly holder: HTMLElement;
  private readonly view: AnyView | undefined;
  private readonly words: SubjectWords;
  private host: HTMLElement | undefined;
  private runs = 0;

  constructor({ plate, view, words }: Subject) {
    this.holder = plate;
    this.view = view;
    this.words = words;
  }

  /** Opens the model at its first scenario, or, where it fails in that, at its start. Rejects with what it throws there. */
  async opened(mechanism: EditedMechanism, giveBack: () => void): Promise<Opened> {
    const first = Object.keys(mechanism.scenarios)[0]!;
    const at = (scenario: string) => mechanism.elsewhere.settled(() => open(mechanism, scenario, 'tell').m);
    let [scenario, failed] = [first, undefined as string | undefined];
    const m = await at(first).catch((problem: unknown) => {
      [scenario, failed] = [FROM_THE_START, whyOf(problem)];
      return at(FROM_THE_START);
    });
    const tables = Object.entries(m.schema).flatMap(([name, field]) => (field.is === 'table' ? [[name, field.kind] as const] : []));
    const view = editedView(this.view, Object.fromEntries(tables));
    return { failed, show: () => this.show({ mechanism, scenario, view }, giveBack) };
  }

  private show(shown: Pick<PlayerProps, 'mechanism' | 'scenario' | 'view'>, giveBack: () => void): void {
    const host = (this.host ??= document.createElement('div'));
    host.className = 'edited-plate';
    this.holder.dataset['edited'] = ''; // what stood there waits behind it, and is what is printed
    const { runs, before } = this.words;
    this.holder.append(host);
    render(
      <>
        <p class="edited-says">
          <strong>{capital(runs)}.</strong> What stands here is run from the text below, and was checked by nobody.{' '}
          <button type="button" class="text-key" onClick={giveBack}>
            {before === undefined ? 'Take it off' : `Back to ${before}`}
          </button>
        </p>
        <Player key={++this.runs} {...shown} level={2} line={undefined} headless wide={isWide(this.holder)} answers={() => false} />
      </>,
      host,
    );
  }

  /** Starts the check of the model that is shown, as its own key does. */
  check(): void {
    const player = this.host?.querySelector('.player');
    player?.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true, cancelable: true }));
  }

  giveBack(): void {
    if (!this.host) return;
    render(null, this.host);
    this.host.remove();
    this.host = undefined;
    delete this.holder.dataset['edited'];
  }
}
