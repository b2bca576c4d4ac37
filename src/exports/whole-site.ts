/** The whole site as one file, to be read from disk. The build makes it: `build/zip/`. */
export const wholeSite = '/data/orrery.zip';
