/** The properties of all models, for a command that checks records. */
import { modelProperties } from '../../mechanisms/properties.ts';

/** Undefined when a model is not complete: then it has said which, and what to do. */
export async function propertiesOrWhyNot(): Promise<Record<string, string[]> | undefined> {
  try {
    return await modelProperties();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error('The records name properties of models, so they were not checked.');
    return undefined;
  }
}
