/** A run of a text that a reader wrote, for the plate: the text runs in a sandbox of its own until the plate takes it off. */
import type { MechanismWithRuns } from '../../engine/language.ts';
import type { Path } from '../../labs/bench.ts';
import { loadView } from '../../mechanisms/registry.ts';
import type { LabSettings } from '../../schemas/labs.ts';
import { editedView } from '../simulation/edit/EditedView.tsx';
import { modelOf } from '../simulation/edit/edited-model.ts';
import { sandboxAddress } from './bench-in-page.ts';
import type { CodeHandle } from './CodePart.tsx';
import type { Shown } from './desk.ts';
import { sessionAt } from './lab-session.ts';

interface Of {
  readonly code: CodeHandle;
  readonly shipped: MechanismWithRuns;
  /** Its id, for the picture. */
  readonly model: string;
}

export async function playedText(text: string, settings: LabSettings, path: Path, { code, shipped, model }: Of): Promise<Shown> {
  const running = modelOf(shipped)(sandboxAddress(), await code.language.ask('script', text), () => undefined);
  const begin = (mechanism: MechanismWithRuns) => sessionAt(mechanism, settings, path, 0, 'The run that shows it');
  try {
    const mechanism = await running.start();
    const { m } = await mechanism.elsewhere.settled(() => begin(mechanism));
    const tables = Object.entries(m.schema).flatMap(([name, field]) => (field.is === 'table' ? [[name, field.kind] as const] : []));
    const view = editedView(await loadView(model), Object.fromEntries(tables));
    return {
      mechanism,
      view,
      begin,
      parts: 'all',
      says: 'This runs the text that was checked, with your answer in it.',
      isText: true,
      close: () => running.close(),
    };
  } catch (problem) {
    running.close();
    throw problem;
  }
}
