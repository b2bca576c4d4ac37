/** What is asked of a model that nobody has checked: a browser leaves it out for those that the build has run, so it is loaded only with an editor. */
export { checkArguments, checkSchema } from './language/schema-check.ts';
