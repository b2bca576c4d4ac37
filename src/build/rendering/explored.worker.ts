/** A thread that explores every model while the pages are bundled, and tells what it found. */
import { parentPort } from 'node:worker_threads';
import { checkedModel } from '../../components/simulation/verdicts.ts';
import { mechanismIds } from '../../mechanisms/registry.ts';

const models = await Promise.all(mechanismIds.map(async (id) => [id, await checkedModel(id)] as const));
parentPort!.postMessage(new Map(models));
