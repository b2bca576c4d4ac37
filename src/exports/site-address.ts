/** Addresses of the site that is being built, as they stand in a file that leaves it. For what Astro runs: elsewhere there is no build to ask. */
import { addressBelow, type Address } from './address-below.ts';

/** The address in the build that runs. */
export const address: Address = addressBelow(import.meta.env.BASE_URL, import.meta.env.SITE);
