/** Names the collections. What a record holds is in `schemas/`; how a file is read is in `records/`. */
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { facts } from './records/astro-loader.ts';
import { schemas } from './schemas/collections.ts';
import { instrument } from './schemas/page.ts';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: instrument }) }),
  /** No words of the chrome are changed; Starlight asks for them, and a collection that is missing would be a warning. */
  i18n: defineCollection({ loader: () => [{ id: 'en' }], schema: i18nSchema() }),
  systems: defineCollection({ loader: facts('systems'), schema: schemas.systems }),
  platforms: defineCollection({ loader: facts('platforms'), schema: schemas.platforms }),
  milestones: defineCollection({ loader: facts('milestones'), schema: schemas.milestones }),
  architecture: defineCollection({ loader: facts('architecture'), schema: schemas.architecture }),
  rules: defineCollection({ loader: facts('rules'), schema: schemas.rules }),
  glossary: defineCollection({ loader: facts('glossary'), schema: schemas.glossary }),
  sources: defineCollection({ loader: facts('sources'), schema: schemas.sources }),
  drift: defineCollection({ loader: facts('drift'), schema: schemas.drift }),
  tasks: defineCollection({ loader: facts('tasks'), schema: schemas.tasks }),
  labs: defineCollection({ loader: facts('labs'), schema: schemas.labs }),
  paths: defineCollection({ loader: facts('paths'), schema: schemas.paths }),
};
