/** What each file of the public interface holds, in words. */
import type { PublishedName } from '../../schemas/published.ts';

export const collectionWords: Readonly<Record<PublishedName, string>> = {
  systems: 'What each system is, wants and became, how one begins with it, and its answers to thirteen questions.',
  platforms: 'The targets of each system: what is documented and what was found, identifiers, models, how to boot.',
  milestones: 'Phases and roadmap items: goals, deliverables, what each needs, and how its status went.',
  architecture: 'The parts of each system, their relations, flows step by step, and the code map.',
  rules: 'Every normative statement with its modality, its source, and the model property that checks it.',
  glossary: 'The terms, and what each means in each system.',
  sources: 'The cited documents and repositories: hashes, commits, dates, and what the copies lost.',
  drift: 'What differs between a primary source and what was found later, both sides with their citations.',
  tasks: 'Open work that somebody can take: what is missing, where in the code, what proves it, and what waits for it.',
  labs: 'The exercises on the models.',
  paths: 'Ways through the site for a kind of reader, from reading to an exercise to a task.',
  simulations: 'The models: their properties and faults, and what the build found when it checked them.',
};
