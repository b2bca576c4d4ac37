/** What records may name of the models, for a command that checks records. */
import type { Models } from '../../facts/integrity/models.ts';
import { modelFacts } from '../../mechanisms/model-facts.ts';

/** Undefined when a model is not complete: then it has said which, and what to do. */
export async function modelsOrWhyNot(): Promise<Models | undefined> {
  try {
    return await modelFacts();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error('The records name properties of models, so they were not checked.');
    return undefined;
  }
}
