/** A link to the edited model. It holds the change alone, and whoever opens it sees the text before anything of it runs. */
import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../../page/copy-text.ts';
import { counted } from '../narrate.ts';
import type { Workshop } from './workshop.ts';

interface Made {
  readonly link: string | undefined;
  readonly says: string;
}

export function LinkPanel({ workshop }: { readonly workshop: Pick<Workshop, 'link'> }) {
  const [made, setMade] = useState<Made>();
  useEffect(() => {
    workshop.link().then(
      (link) => setMade({ link, says: `${counted(link.length, 'character')}: the change, and which version of the file it is of.` }),
      (problem: Error) => setMade({ link: undefined, says: problem.message }),
    );
  }, [workshop]);
  const copy = async (link: string) => {
    const copied = await copyText(link);
    setMade({ link, says: copied ? 'Copied.' : 'It can be copied from the field.' });
  };
  const { link } = made ?? {};
  return (
    <div class="edit-link">
      {link !== undefined && (
        <>
          <button type="button" class="key" onClick={() => void copy(link)}>
            Copy
          </button>
          <input
            type="text"
            class="share-link"
            readOnly
            aria-label="Link to the edited model"
            value={link}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </>
      )}
      <p class="edit-says" role="status">
        {made?.says}
      </p>
    </div>
  );
}
