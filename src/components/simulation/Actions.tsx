/** What can happen now, by action, with digits; and what cannot, with the model's own reasons. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { EnabledAction, Refusal } from '../../engine/checker.ts';
import { byReason, type Group } from './menu.ts';
import { capital, counted, needs, phrase } from './narrate.ts';
import { spaced } from '../../drawing/words.ts';

interface Props {
  readonly groups: readonly Group[];
  /** What Step would do. */
  readonly next: number | undefined;
  readonly choose: (instance: number) => void;
}

/** Every action with what it offers now; then, folded, everything that is refused. */
export function Actions({ groups, next, choose }: Props) {
  const offered = groups.filter(({ open, examples }) => open.length > 0 || examples.some(({ instance }) => instance === next));
  const refused = groups.filter(({ refusals }) => refusals.length > 0);
  const count = refused.reduce((sum, { refusals }) => sum + refusals.length, 0);
  return (
    <div class="actions">
      {offered.map((group) => (
        <CompiledAction key={group.action} group={group} next={next} choose={choose} />
      ))}
      {offered.length === 0 && <p class="nothing">Nothing can happen now.</p>}
      {count > 0 && (
        <Fold words={`${count} refused, and why`}>
          {() =>
            refused.map(({ action, refusals }) => (
              <div class="action-group" role="group" aria-label={`${spaced(action)}, refused`} key={action}>
                <p class="action-group-name">{spaced(action)}</p>
                <Reasons refusals={refusals} choose={choose} />
              </div>
            ))
          }
        </Fold>
      )}
    </div>
  );
}

interface VerbProps extends Omit<Props, 'groups'> {
  readonly group: Group;
}

function CompiledAction({ group: { action, isFault, open, more, examples }, next, choose }: VerbProps) {
  const name = useId();
  return (
    <div class="action-group" role="group" aria-labelledby={name}>
      <p class="action-group-name" id={name}>
        {spaced(action)}
        {isFault && <span class="action-group-fault"> a fault</span>}
      </p>
      {open.map(({ digit, enabledAction }, i) => (
        <OfferKey key={i} enabledAction={enabledAction} digit={digit} isNext={enabledAction.instance === next} choose={choose} />
      ))}
      {examples
        .filter(({ instance }) => instance === next)
        .map((refusal, i) => (
          <RefusedKey key={i} refusal={refusal} choose={choose} />
        ))}
      {more.length > 0 && (
        <Fold words={`${more.length} more`}>
          {() => more.map((enabledAction) => <OfferKey key={enabledAction.instance} enabledAction={enabledAction} choose={choose} />)}
        </Fold>
      )}
    </div>
  );
}

interface OfferProps {
  readonly enabledAction: EnabledAction;
  readonly digit?: number;
  readonly isNext?: boolean;
  readonly choose: (instance: number) => void;
}

function OfferKey({ enabledAction, digit, isNext = false, choose }: OfferProps) {
  return (
    <button
      type="button"
      class="action"
      aria-keyshortcuts={digit === undefined ? undefined : String(digit)}
      onClick={() => choose(enabledAction.instance)}
    >
      <span class="action-key" aria-hidden={digit === undefined}>
        {digit ?? '\u00b7'}
      </span>
      <span class="action-says">
        {phrase(enabledAction) || capital(spaced(enabledAction.action))}
        {isNext && <span class="action-next">what Step does</span>}
      </span>
    </button>
  );
}

/** The key of a refusal can be pressed: it tries what is refused, and the narration says why. So it is no disabled key. */
export const Refused = () => <span class="visually-hidden">, refused</span>;

interface RefusedProps {
  readonly refusal: Refusal;
  readonly choose: (instance: number) => void;
}

function RefusedKey({ refusal, choose }: RefusedProps) {
  const why = useId();
  return (
    <div class="refused">
      <button type="button" class="action is-refused" aria-describedby={why} onClick={() => choose(refusal.instance)}>
        <span class="action-key" aria-hidden="true">
          {'\u2013'}
        </span>
        <span class="action-says">
          {phrase(refusal) || capital(spaced(refusal.action))}
          <Refused />
        </span>
      </button>
      <p class="refused-why" id={why}>
        {needs(refusal.because)}
      </p>
    </div>
  );
}

/** Every refusal of a action, under the first sentence that fails; what else fails is said beside each. */
function Reasons({ refusals, choose }: { readonly refusals: readonly Refusal[]; readonly choose: (instance: number) => void }) {
  return (
    <>
      {[...byReason(refusals)].map(([reason, group]) => (
        <div class="reason" key={reason}>
          <p class="reason-says">
            {capital(needs([reason]))} <span class="reason-count">{counted(group.length, 'choice')}</span>
          </p>
          <ul class="reason-list">
            {group.map((refusal) => (
              <li key={refusal.instance}>
                <button type="button" class="action is-refused" onClick={() => choose(refusal.instance)}>
                  <span class="action-key" aria-hidden="true">
                    {'\u2013'}
                  </span>
                  <span class="action-says">
                    {phrase(refusal) || capital(spaced(refusal.action))}
                    <Refused />
                    {refusal.because.length > 1 && <span class="refused-also">and {needs(refusal.because.slice(1))}</span>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** A disclosure that renders what it holds only while it is open: a action may have hundreds of refusals. */
function Fold({ words, children }: { readonly words: string; readonly children: () => ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words}</summary>
      {isOpen && children()}
    </details>
  );
}
