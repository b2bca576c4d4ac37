/** What can happen now, by verb, with digits; and what cannot, with the model's own reasons. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Offer, Refusal } from '../../engine/run.ts';
import { byReason, type Group } from './menu.ts';
import { capital, counted, needs, phrase, spaced } from './narrate.ts';

interface Props {
  readonly groups: readonly Group[];
  readonly choose: (choice: number) => void;
}

export function Actions({ groups, choose }: Props) {
  return (
    <div class="actions">
      {groups.map((group) => (
        <Verb key={group.verb} group={group} choose={choose} />
      ))}
    </div>
  );
}

interface VerbProps extends Omit<Props, 'groups'> {
  readonly group: Group;
}

function Verb({ group: { verb, isFault, open, more, examples, refusals }, choose }: VerbProps) {
  const name = useId();
  return (
    <div class="verb" role="group" aria-labelledby={name}>
      <p class="verb-name" id={name}>
        {spaced(verb)}
        {isFault && <span class="verb-fault"> a fault</span>}
      </p>
      {open.map(({ digit, offer }, i) => (
        <OfferKey key={i} offer={offer} digit={digit} choose={choose} />
      ))}
      {examples.map((refusal, i) => (
        <RefusedKey key={i} refusal={refusal} choose={choose} />
      ))}
      <div class="folds">
        {more.length > 0 && (
          <Fold words={`${more.length} more`}>
            {() => more.map((offer) => <OfferKey key={offer.choice} offer={offer} choose={choose} />)}
          </Fold>
        )}
        {refusals.length > 0 && <Fold words={`${refusals.length} refused`}>{() => <Reasons refusals={refusals} choose={choose} />}</Fold>}
      </div>
    </div>
  );
}

interface OfferProps {
  readonly offer: Offer;
  readonly digit?: number;
  readonly choose: (choice: number) => void;
}

function OfferKey({ offer, digit, choose }: OfferProps) {
  return (
    <button
      type="button"
      class="action"
      aria-keyshortcuts={digit === undefined ? undefined : String(digit)}
      onClick={() => choose(offer.choice)}
    >
      <span class="action-key" aria-hidden={digit === undefined}>
        {digit ?? '\u00b7'}
      </span>
      <span class="action-says">{phrase(offer) || capital(spaced(offer.verb))}</span>
    </button>
  );
}

interface RefusedProps {
  readonly refusal: Refusal;
  readonly choose: (choice: number) => void;
}

function RefusedKey({ refusal, choose }: RefusedProps) {
  const why = useId();
  return (
    <div class="refused">
      <button type="button" class="action is-refused" aria-disabled="true" aria-describedby={why} onClick={() => choose(refusal.choice)}>
        <span class="action-key" aria-hidden="true">
          {'\u2013'}
        </span>
        <span class="action-says">{phrase(refusal) || capital(spaced(refusal.verb))}</span>
      </button>
      <p class="refused-why" id={why}>
        {needs(refusal.because)}
      </p>
    </div>
  );
}

/** Every refusal of a verb, under the first sentence that fails; what else fails is said beside each. */
function Reasons({ refusals, choose }: { readonly refusals: readonly Refusal[]; readonly choose: (choice: number) => void }) {
  return (
    <>
      {[...byReason(refusals)].map(([reason, group]) => (
        <div class="reason" key={reason}>
          <p class="reason-says">
            {capital(needs([reason]))} <span class="reason-count">{counted(group.length, 'choice')}</span>
          </p>
          <ul class="reason-list">
            {group.map((refusal) => (
              <li key={refusal.choice}>
                <button type="button" class="action is-refused" aria-disabled="true" onClick={() => choose(refusal.choice)}>
                  <span class="action-key" aria-hidden="true">
                    {'\u2013'}
                  </span>
                  <span class="action-says">
                    {phrase(refusal) || capital(spaced(refusal.verb))}
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

/** A disclosure that renders what it holds only while it is open: a verb may have hundreds of refusals. */
function Fold({ words, children }: { readonly words: string; readonly children: () => ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words}</summary>
      {isOpen && children()}
    </details>
  );
}
