/** The page that an address of the built site leads to: root-relative, without the base path, as the records name it. */
export const pageAt = ({ pathname }: URL): string => `/${pathname.slice(import.meta.env.BASE_URL.replace(/\/?$/, '/').length)}`;
