/** The records and the pages that the built site was made of, so that no test tells their number by heart. */
import { join } from 'node:path';
import { bySide, sourcesIn, type Moment } from '../../src/facts/evidence.ts';
import { milestonesAt } from '../../src/facts/order/as-of.ts';
import { readContent } from '../../src/records/reader.ts';

export const { entries, prose } = readContent(join(import.meta.dirname, '../..'));

/** How many milestones are of a system. */
export const milestonesOf = (system: string): number => entries.milestones.filter((it) => it.data.system === system).length;

/** How many platforms are of a system. */
export const platformsOf = (system: string): number => entries.platforms.filter((it) => it.data.system === system).length;

/** How many milestones have a status on either clock. */
export const milestonesThatAre = (status: string): number =>
  entries.milestones.filter(({ data }) => {
    const { documented, found } = bySide(data.status, sourcesIn(entries));
    return documented?.status === status || found?.status === status;
  }).length;

/** How many milestones had a status at a moment. */
export const milestonesThatWere = (status: string, moment: Moment): number =>
  milestonesAt(entries, moment).filter((it) => it.observation?.status === status).length;

/** How many milestones deliver something of an area. */
export const milestonesWithin = (area: string): number =>
  entries.milestones.filter((it) => it.data.deliverables.some((one) => one.area === area)).length;
