/** The address that opens a simulation at a moment of one of its scenarios. For the build alone. */
import { linkTo } from '../../engine/checker.ts';
import type { PictureMoment } from '../../engine/language.ts';
import { momentOf } from '../../mechanisms/moments.ts';
import { loadMechanism } from '../../mechanisms/registry.ts';
import { fragmentFor } from './link-owner.ts';

/** Throws what `momentOf` throws. */
export async function addressOfMoment({ model, ...moment }: PictureMoment & { readonly model: string }): Promise<string> {
  const { m, log } = momentOf(await loadMechanism(model), moment);
  return `/simulations/${model}/${fragmentFor(linkTo(m, log))}`;
}
