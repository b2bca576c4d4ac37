/** Names the collections. What a record holds is in `schemas/`; how a file is read is in `content-reader.ts`. */
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { facts } from './records/astro-loader.ts';
import { schemas } from './schemas/collections.ts';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  systems: defineCollection({ loader: facts('systems'), schema: schemas.systems }),
  platforms: defineCollection({ loader: facts('platforms'), schema: schemas.platforms }),
  milestones: defineCollection({ loader: facts('milestones'), schema: schemas.milestones }),
  architecture: defineCollection({ loader: facts('architecture'), schema: schemas.architecture }),
  rules: defineCollection({ loader: facts('rules'), schema: schemas.rules }),
  glossary: defineCollection({ loader: facts('glossary'), schema: schemas.glossary }),
  sources: defineCollection({ loader: facts('sources'), schema: schemas.sources }),
  drift: defineCollection({ loader: facts('drift'), schema: schemas.drift }),
  labs: defineCollection({ loader: facts('labs'), schema: schemas.labs }),
};
